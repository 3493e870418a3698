/**
 * The documents that gold labels point into, one after the other, each label at its place.
 *
 * @module
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type PolicyDocument, parseDocument } from '../document';
import { selectSpanPassages, type TagGold } from '../evaluate';
import { type ReadSuccess, readListedFile } from '../read';
import type { PassageInput } from '../tag';
import type { Span } from '../text';
import { createWordFinder, type FindWords } from './find-words';
import { describeProblem, type Problem } from './problems';

/** Where gold labels come from. */
export interface GoldSource {
  /** The gold file, as problems name it. */
  readonly file: string;
  /** The folder of the documents; undefined where every label stands alone. */
  readonly documents: string | undefined;
}

/** A label at its place. */
export interface PlacedLabel {
  readonly gold: TagGold;
  /** In the document, or the whole text of a passage that stands alone. */
  readonly span: Span;
  /**
   * `exact`: the document has the label's words at its span, or the label gives none. `moved`: they stand elsewhere, white space and width of characters aside. `differs`: nowhere;
   * the span is taken as it is.
   */
  readonly found: 'exact' | 'moved' | 'differs';
  /** Whether a passage of the document shares half of the span, or half of itself. */
  readonly hasPassage: boolean;
}

/** A document with its labels, or a label that stands alone. */
export type GoldDocument =
  | {
      readonly kind: 'document';
      readonly id: string;
      readonly document: PolicyDocument;
      readonly labels: readonly PlacedLabel[];
    }
  | {
      readonly kind: 'alone';
      readonly id: string;
      readonly passage: PassageInput;
      readonly labels: readonly [PlacedLabel];
    };

/** A document, and what of its labels could not be placed. */
export interface GoldReading {
  /** Absent where no label could be placed. */
  readonly document?: GoldDocument;
  /** How many labels this is about. */
  readonly labels: number;
  readonly problems: readonly Problem[];
}

/** The documents in the order in which labels first name them, then the labels that stand alone. One document is held at a time. What fails does not stop the others. */
export async function* readGoldDocuments(
  gold: readonly TagGold[],
  source: GoldSource,
): AsyncGenerator<GoldReading, void, undefined> {
  for (const [doc, labels] of groupByDoc(gold, source))
    yield { labels: labels.length, ...(await readGoldDocument(doc, labels, source)) };
  for (const label of gold)
    if (!standsInDocument(label, source))
      yield { labels: 1, problems: [], document: createLoneDocument(label) };
}

function standsInDocument({ place }: TagGold, { documents }: GoldSource): boolean {
  return place !== undefined && documents !== undefined;
}

function groupByDoc(
  gold: readonly TagGold[],
  source: GoldSource,
): ReadonlyMap<string, readonly TagGold[]> {
  const groups = new Map<string, TagGold[]>();
  for (const label of gold) {
    if (label.place === undefined || !standsInDocument(label, source)) continue;
    const group = groups.get(label.place.doc);
    if (group === undefined) groups.set(label.place.doc, [label]);
    else group.push(label);
  }
  return groups;
}

/** A passage that stands alone is a document of its own. */
function createLoneDocument(gold: TagGold): GoldDocument {
  const { id, text = '', title, headingPath } = gold;
  const span = { start: 0, end: text.length };
  return {
    kind: 'alone',
    id: gold.place?.doc ?? `:${id}`,
    passage: { id, text, title, headingPath },
    labels: [{ gold, span, found: 'exact', hasPassage: true }],
  };
}

async function readGoldDocument(
  doc: string,
  labels: readonly TagGold[],
  { file, documents = '' }: GoldSource,
): Promise<Omit<GoldReading, 'labels'>> {
  const base = join(documents, doc);
  const path = ['', ...EXTENSIONS].map((extension) => base + extension).find(isReadable);
  if (path === undefined) return { problems: [describeMissing(base, labels)] };
  const item = await readListedFile({ path, id: doc });
  if (item.kind === 'failure') return { problems: [describeProblem(path, item.error)] };
  try {
    return placeLabels(item, labels, file);
  } catch (error) {
    return { problems: [describeProblem(path, error)] };
  }
}

/** The formats that are read, the plainest first. */
const EXTENSIONS = '.txt .md .html .htm .docx .odt .doc .wps .pdf .ofd'.split(' ');

/** A document without an extension is none: it may be a folder, or anything. */
function isReadable(path: string): boolean {
  const hasExtension = EXTENSIONS.some((extension) => path.toLowerCase().endsWith(extension));
  return hasExtension && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function describeMissing(base: string, labels: readonly TagGold[]): Problem {
  const message = `expected a document for ${nameLines(labels.map(({ line }) => line))}, received no .txt, .md or other file of that name`;
  return { place: base, code: 'read-failed', message };
}

/** Lines that a message names. */
const MAX_LINES = 5;

/** `gold line 3`, `gold lines 1, 2, 3, 4, 5 …`. */
export function nameLines(lines: readonly number[]): string {
  const more = lines.length > MAX_LINES ? ' …' : '';
  return `gold ${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, MAX_LINES).join(', ')}${more}`;
}

function placeLabels(
  { id, path, text, metadata }: ReadSuccess,
  labels: readonly TagGold[],
  file: string,
): Omit<GoldReading, 'labels'> {
  const document = parseDocument(text, { id, metadata });
  const findWords = createWordFinder(text);
  const problems: Problem[] = [];
  const placed = labels.flatMap((gold): readonly PlacedLabel[] => {
    const outside = [gold.place?.span ?? NOWHERE, ...(gold.evidence ?? [])].find(
      ({ end }) => end > text.length,
    );
    const label = placeLabel(gold, text, findWords);
    if (outside !== undefined && label.found !== 'moved') {
      const message = `expected spans within the ${text.length} characters of ${path}, received "${outside.start}" and "${outside.end}" (start, end)`;
      problems.push({ place: `${file}:${gold.line}`, code: 'invalid-input', message });
      return [];
    }
    const hasPassage = selectSpanPassages(label.span, document.passages).length > 0;
    return [{ ...label, hasPassage }];
  });
  if (placed.length === 0) return { problems };
  return { problems, document: { kind: 'document', id, document, labels: placed } };
}

const NOWHERE: Span = { start: 0, end: 0 };

function placeLabel(
  gold: TagGold,
  source: string,
  findWords: FindWords,
): Omit<PlacedLabel, 'hasPassage'> {
  const span = gold.place?.span ?? NOWHERE;
  if (gold.text === undefined || equalWords(gold.text, source.slice(span.start, span.end)))
    return { gold, span, found: 'exact' };
  const moved = findWords(gold.text, span.start);
  return moved === undefined
    ? { gold, span, found: 'differs' }
    : { gold, span: moved, found: 'moved' };
}

/** Whether two texts are the same but for white space. */
function equalWords(a: string, b: string): boolean {
  return a.replace(/\s/g, '') === b.replace(/\s/g, '');
}
