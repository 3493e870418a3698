/**
 * What the commands that read gold labels have in common: taxonomy, labels, folder.
 *
 * @module
 */
import { stat } from 'node:fs/promises';
import { describeReceived, ZhengceError } from '../errors';
import type { TagGold } from '../evaluate';
import { type Concept, listAssignableConcepts, type Taxonomy } from '../taxonomy';
import { type GoldSource, nameLines, type PlacedLabel } from './gold-documents';
import { readGoldFile } from './gold-file';
import { readTaxonomyOption } from './taxonomy-file';

/** Flags of the commands that read gold labels. */
export interface GoldFlags {
  readonly documents?: string;
  readonly taxonomy?: string;
}

/** Gold labels, and what they are about. */
export interface GoldInputs {
  readonly taxonomy: Taxonomy;
  /** Those that passages are tagged with. */
  readonly concepts: readonly Concept[];
  readonly codes: readonly string[];
  readonly gold: readonly TagGold[];
  readonly source: GoldSource;
}

/**
 * What a gold file and its flags name; undefined, and the problems printed, where lines of the file are no gold labels.
 *
 * @throws ZhengceError `invalid-argument` for a folder that is none, or a label without a text where no folder is named; what reading the files throws
 */
export async function readGoldInputs(
  file: string,
  { documents, taxonomy: path }: GoldFlags,
  command: string,
): Promise<GoldInputs | undefined> {
  if (documents !== undefined) await assertFolder(documents, command);
  const taxonomy = await readTaxonomyOption(path, command);
  const concepts = listAssignableConcepts(taxonomy);
  const codes = concepts.map(({ notation }) => notation);
  const gold = await readGoldFile(file, codes, command);
  if (gold === undefined) return undefined;
  if (documents === undefined) assertAlone(gold, file, command);
  return { taxonomy, concepts, codes, gold, source: { file, documents } };
}

/** Without a folder, every label must bring its text. */
function assertAlone(gold: readonly TagGold[], file: string, command: string): void {
  const needy = gold.find(({ text }) => text === undefined);
  if (needy === undefined) return;
  const message = `${command}: expected --documents DIR for labels without a text, received none (${file}:${needy.line})`;
  throw new ZhengceError('invalid-argument', message);
}

async function assertFolder(path: string, command: string): Promise<void> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) return;
  const message = `${command}: expected a folder, received ${describeReceived(path)} (--documents)`;
  throw new ZhengceError('invalid-argument', message);
}

/** What is to be said of labels that are judged without their documents, that are not where the file says, or where the document has no passage. */
export function printPlaces(
  labels: readonly PlacedLabel[],
  { source: { file, documents } }: Pick<GoldInputs, 'source'>,
): void {
  const tell = (chosen: readonly PlacedLabel[], remark: string): void => {
    if (chosen.length === 0) return;
    const counted = `${chosen.length} gold ${chosen.length === 1 ? 'label' : 'labels'}`;
    const lines = nameLines(chosen.map(({ gold }) => gold.line));
    process.stderr.write(`zhengce: ${counted} ${remark} (${file}, ${lines})\n`);
  };
  if (documents === undefined)
    tell(
      labels.filter(({ gold }) => gold.place !== undefined),
      'that name their documents, judged as passages that stand alone: --documents DIR reads them in their documents',
    );
  tell(
    labels.filter(({ found }) => found === 'differs'),
    'with a text that differs from the document at its span and stands nowhere else in it, evaluated by the span: is it the same version?',
  );
  tell(
    labels.filter(({ found }) => found === 'moved'),
    'with a text that stands elsewhere in the document than at its span, evaluated where it stands',
  );
  tell(
    labels.filter(({ hasPassage }) => !hasPassage),
    'where the document has no passage, as in its head, judged by its words and the title alone',
  );
}
