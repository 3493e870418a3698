/**
 * The lexicon tagger with settings that were fitted on labels, as a file holds it.
 *
 * @module
 */
import * as z from 'zod';
import { describeReceived, ZhengceError } from '../../errors';
import type { Taxonomy } from '../../taxonomy';
import type { TaggerSettings } from '../tagger-settings';
import { fingerprintLexicon } from '../trained/lexicon-fingerprint';

/** Settings of the lexicon tagger for one taxonomy. Plain JSON: the file is this value. */
export interface LexiconModel {
  /** Tells it from a trained model. */
  readonly kind: 'lexicon';
  /** Of this form. */
  readonly format: 1;
  /** What it was fitted for: id and version of the taxonomy, and a number of its lexicon. */
  readonly taxonomy: { readonly id: string; readonly version: string; readonly lexicon: string };
  /** As `createLexiconTagger` takes them. */
  readonly settings: TaggerSettings;
}

/** The model of a taxonomy with these settings. */
export function createLexiconModel(taxonomy: Taxonomy, settings: TaggerSettings): LexiconModel {
  const { id, version } = taxonomy;
  return {
    kind: 'lexicon',
    format: 1,
    taxonomy: { id, version, lexicon: fingerprintLexicon(taxonomy) },
    settings,
  };
}

/** Whether the settings were fitted for the taxonomy as it is. Linear in the lexicon. */
export function matchesLexiconModel(
  taxonomy: Taxonomy,
  { taxonomy: fitted }: LexiconModel,
): boolean {
  return taxonomy.id === fitted.id && fingerprintLexicon(taxonomy) === fitted.lexicon;
}

/** Whether a value says of itself that it is a {@link LexiconModel}; `loadLexiconModel` says whether it is. */
export function isLexiconModel(value: unknown): value is LexiconModel {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'lexicon';
}

const factor = z.number().min(0);
const share = z.number().min(0).max(1);
const fileSchema: z.ZodType<LexiconModel> = z.strictObject({
  kind: z.literal('lexicon'),
  format: z.literal(1),
  taxonomy: z.strictObject({ id: z.string(), version: z.string(), lexicon: z.string() }),
  settings: z.strictObject({
    weights: z.strictObject({
      nearestHeading: factor,
      outerHeadings: factor,
      title: factor,
      contextCap: factor,
      repetition: share,
      fullLength: z.number().positive(),
      lengthDiscount: share,
    }),
    calibration: z.strictObject({ slope: z.number().positive(), midpoint: z.number() }),
    labelWeight: z.number().min(0).max(5),
    minScore: share,
    minShare: share,
    thresholds: z.record(z.string(), share).exactOptional(),
  }),
});

/**
 * The model that a file holds.
 *
 * @param value - the parsed JSON of a file that `zhengce evaluate --tune` made
 * @throws ZhengceError `invalid-input` where it is no such file, or one of another format
 */
export function loadLexiconModel(value: unknown): LexiconModel {
  const parsed = fileSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.join('.')})`;
  throw new ZhengceError(
    'invalid-input',
    `loadLexiconModel: expected settings of the lexicon tagger of format 1, received ${describeReceived(value)}: ${issue?.message ?? ''}${where}`,
  );
}
