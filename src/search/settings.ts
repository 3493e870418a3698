/**
 * The settings of ranking, with their defaults in one place.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';

/** How a field counts. */
export interface FieldSettings {
  /** Factor on the field's term frequencies. Range 0 to 100; 0 leaves the field out. Raising it lets matches in the field count more. */
  readonly weight: number;
  /** How far a long field is discounted, in [0, 1]. 0: length does not matter; 1: frequency is taken relative to length. */
  readonly b: number;
}

/** How pairs of characters count. */
export interface BigramSettings extends FieldSettings {
  /**
   * Factor on the weight of a pair that lies within a word of the query which the index has, in [0, 1]: such a pair says again what the word
   * says. 1: it counts like one between words; 0: a passage that holds the word cut otherwise is not found by it.
   */
  readonly covered: number;
}

/** How much a passage gains by the document and the section it stands in. */
export interface ContextSettings {
  /** How many of the best passages are ranked anew with their context. Range 0 to 1000; 0 leaves context out. Raising it finds more of what stands in good company, and takes time. */
  readonly depth: number;
  /** Factor on the mean of the 10 best scores in the document. Range 0 to 10. Raising it gathers the hits in fewer documents. */
  readonly document: number;
  /** Factor on the mean of the 5 best scores in the section. Range 0 to 10. Raising it gathers the hits in fewer sections. */
  readonly section: number;
  /** Factor on the score of a passage that stands under a heading which is the query, numbers and punctuation aside. Range 0 to 10. Raising it puts what has the name before what speaks of it. */
  readonly heading: number;
}

/** Settings of ranking by BM25F (Robertson & Zaragoza 2009, section 3.6). */
export interface SearchSettings {
  /** Saturation of term frequency. Range 0 to 100. Raising it lets repetitions of a word count longer. */
  readonly k1: number;
  /** Words of the document's title. */
  readonly title: FieldSettings;
  /** Words of the headings above the passage. */
  readonly heading: FieldSettings;
  /** Words of the passage. */
  readonly body: FieldSettings;
  /** Pairs of Chinese characters of passage and headings, ranked beside the words, so that a bad segmentation never hides a match. */
  readonly bigram: BigramSettings;
  /** Factor on the bonus for a passage that holds a phrase of the query whole. Range 0 to 100. */
  readonly phrase: number;
  /** Factor on the score of a passage that is nothing but a heading, in [0, 1]. 1 does not demote it. */
  readonly bareHeading: number;
  /** Factor on the score of a line of a table of contents, in [0, 1]. 1 does not demote it. */
  readonly contents: number;
  /** Factor on the score of a document that holds for a part of the country, or, where the query names regions, of one that is of none of them, in [0, 1]. 1 does not demote it. */
  readonly regional: number;
  /** What document, section and heading of a passage add to its score. */
  readonly context: ContextSettings;
}

/** The defaults; see docs/decisions/search-engine.md and docs/decisions/search-quality.md. */
export const DEFAULT_SEARCH_SETTINGS: SearchSettings = {
  k1: 0.9,
  title: { weight: 0.3, b: 0.5 },
  heading: { weight: 0.5, b: 0.5 },
  body: { weight: 1, b: 0.6 },
  bigram: { weight: 0.5, b: 0.75, covered: 0.1 },
  phrase: 1,
  bareHeading: 0.5,
  contents: 0.3,
  regional: 0.7,
  context: { depth: 300, document: 0.3, section: 0.3, heading: 2 },
};

/** Nothing but BM25 over the words of the passage, as in Robertson & Zaragoza 2009. */
export const PLAIN_BM25_SETTINGS: SearchSettings = {
  k1: 1.2,
  title: { weight: 0, b: 0 },
  heading: { weight: 0, b: 0 },
  body: { weight: 1, b: 0.75 },
  bigram: { weight: 0, b: 0, covered: 1 },
  phrase: 0,
  bareHeading: 1,
  contents: 1,
  regional: 1,
  context: { depth: 0, document: 0, section: 0, heading: 0 },
};

/** Changes to settings: what is left out stays. */
export type SearchSettingsChange = {
  readonly [Name in keyof SearchSettings]?: SearchSettings[Name] extends number
    ? number
    : Partial<SearchSettings[Name]>;
};

const FIELDS = ['title', 'heading', 'body', 'bigram'] as const;

/**
 * Settings with some of them changed.
 *
 * @throws ZhengceError `invalid-argument` for a number outside its range
 */
export function changeSettings(
  settings: SearchSettings,
  change: SearchSettingsChange,
): SearchSettings {
  const changed = { ...settings, ...change };
  const merged: SearchSettings = {
    ...changed,
    title: { ...settings.title, ...change.title },
    heading: { ...settings.heading, ...change.heading },
    body: { ...settings.body, ...change.body },
    bigram: { ...settings.bigram, ...change.bigram },
    context: { ...settings.context, ...change.context },
  };
  assertRange('k1', merged.k1, 100);
  assertRange('phrase', merged.phrase, 100);
  assertRange('bareHeading', merged.bareHeading, 1);
  assertRange('contents', merged.contents, 1);
  assertRange('regional', merged.regional, 1);
  assertRange('bigram.covered', merged.bigram.covered, 1);
  assertDepth(merged.context.depth);
  assertRange('context.document', merged.context.document, 10);
  assertRange('context.section', merged.context.section, 10);
  assertRange('context.heading', merged.context.heading, 10);
  for (const field of FIELDS) {
    assertRange(`${field}.weight`, merged[field].weight, 100);
    assertRange(`${field}.b`, merged[field].b, 1);
  }
  return merged;
}

function assertDepth(depth: number): void {
  if (Number.isInteger(depth) && depth >= 0 && depth <= 1000) return;
  throw new ZhengceError(
    'invalid-argument',
    `search: expected an integer from 0 to 1000, received ${describeReceived(depth)} (settings.context.depth)`,
  );
}

function assertRange(name: string, value: number, max: number): void {
  if (typeof value === 'number' && value >= 0 && value <= max) return;
  throw new ZhengceError(
    'invalid-argument',
    `search: expected a number from 0 to ${max}, received ${describeReceived(value)} (settings.${name})`,
  );
}
