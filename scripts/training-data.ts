// What the tagger of the built-in plan is trained on and measured by: labelled passages of the shared documents, never one of a reserved document.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type PolicyDocument, parseDocument } from '../src/document';
import { selectSpanPassages } from '../src/evaluate';
import type { TrainingDocument, TrainingLabel, WeakPassage } from '../src/tag';
import { normalizeText } from '../src/text';

/** A labelled span of a document. */
export interface LabelRow {
  readonly id: string;
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly codes: readonly string[];
  readonly source: 'dev' | 'train' | 'own';
}

/** Where the labels of each source are, and how much one counts. */
const SOURCES = {
  dev: { file: 'data/gold/tags.dev.jsonl', weight: 1 },
  train: { file: 'data/gold/tags.train.jsonl', weight: 1 },
  own: { file: join(import.meta.dirname, '../corpus/training/labels.jsonl'), weight: 1 },
} as const;

/** The documents that nothing may be learnt from. */
export function readReserved(shared: string): ReadonlySet<string> {
  const text = readFileSync(join(shared, 'data/gold/reserved-docs.txt'), 'utf8');
  return new Set(text.split(/\s+/).filter(Boolean));
}

/** The labels of some sources, those of reserved documents left out. */
export function readLabels(
  shared: string,
  sources: readonly LabelRow['source'][],
): readonly LabelRow[] {
  const reserved = readReserved(shared);
  return sources
    .flatMap((source) => {
      const { file } = SOURCES[source];
      return readFileSync(source === 'own' ? file : join(shared, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line, i) => ({
          id: `${source}-${i}`,
          ...(JSON.parse(line) as Omit<LabelRow, 'source' | 'id'>),
          source,
        }));
    })
    .filter(({ doc }) => !reserved.has(doc));
}

/** A shared document, parsed. */
export function readDocument(shared: string, id: string): PolicyDocument {
  return parseDocument(readFileSync(join(shared, `data/policies/${id}.txt`), 'utf8'), { id });
}

/** The documents of the labels, with the labels on their passages. `read` gives a document; equal ones are read once. */
export function collectDocuments(
  labels: readonly LabelRow[],
  read: (id: string) => PolicyDocument,
): readonly TrainingDocument[] {
  const byDocument = new Map<string, LabelRow[]>();
  for (const label of labels) {
    const known = byDocument.get(label.doc);
    if (known === undefined) byDocument.set(label.doc, [label]);
    else known.push(label);
  }
  return [...byDocument].map(([id, rows]) => createTrainingDocument(read(id), rows));
}

function createTrainingDocument(
  document: PolicyDocument,
  rows: readonly LabelRow[],
): TrainingDocument {
  const title = normalizeText(document.title ?? '').text;
  const labels = new Map<number, TrainingLabel>();
  for (const { start, end, codes, source } of rows) {
    const { weight } = SOURCES[source];
    for (const found of selectSpanPassages({ start, end }, document.passages)) {
      const passage = document.passages.indexOf(found);
      if (!labels.has(passage)) labels.set(passage, { passage, codes, weight });
    }
  }
  return {
    id: document.id,
    views: document.passages.map((passage) => ({
      text: normalizeText(passage.text).text,
      headings: passage.headingPath.map((heading) => normalizeText(heading).text),
      title,
    })),
    labels: [...labels.values()],
  };
}

/** What a heading says of the passages under it counts less than a person's label. */
const WEAK_WEIGHT = 0.15;
/** Passages of one heading in one document beyond this many say nothing new. */
const MAX_UNDER_HEADING = 6;

/**
 * Passages whose heading names what they are about, by the reviewed table corpus/training/heading-codes.json; the nearest heading that stands in it decides. None
 * of a reserved document.
 */
export function readWeakPassages(shared: string): readonly WeakPassage[] {
  const reserved = readReserved(shared);
  const table = new Map(
    Object.entries(
      JSON.parse(
        readFileSync(join(import.meta.dirname, '../corpus/training/heading-codes.json'), 'utf8'),
      ) as Record<string, readonly string[]>,
    ),
  );
  const under = new Map<string, number>();
  const lines = gunzipSync(readFileSync(join(shared, 'data/gold/heading-passages.jsonl.gz')));
  return lines
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as HeadingPassage)
    .filter(({ doc }) => !reserved.has(doc))
    .flatMap(({ doc, h1, h2, text }): readonly WeakPassage[] => {
      const heading = [h2, h1].map(foldHeading).find((folded) => table.has(folded));
      if (heading === undefined) return [];
      const place = `${doc}\n${heading}`;
      under.set(place, (under.get(place) ?? 0) + 1);
      if ((under.get(place) ?? 0) > MAX_UNDER_HEADING) return [];
      const view = {
        text: normalizeText(text).text,
        headings: [h1 ?? '', h2 ?? ''].map((found) => normalizeText(found).text),
        title: '',
      };
      return [{ documentId: doc, view, codes: table.get(heading) ?? [], weight: WEAK_WEIGHT }];
    });
}

interface HeadingPassage {
  readonly doc: string;
  readonly h1?: string | null;
  readonly h2?: string | null;
  readonly text: string;
}

const MARKER =
  /^(?:第[一二三四五六七八九十百\d]{1,5}[编章节条]|专栏\d{0,2}|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、,:.]|\d{1,2}[、)]|\d{1,2}\.(?!\d)|\d{1,2}\.\d{1,2}|[●◆※①-⑳])\s*/;

/** A heading without its markers and its full stop, as the table has it. */
function foldHeading(heading: string | null | undefined): string {
  let text = normalizeText(heading ?? '').text.trim();
  for (let pass = 0; pass < 4; pass += 1) text = text.replace(MARKER, '');
  return text
    .replace(/\s/g, '')
    .replace(/[。:;,.、]$/, '')
    .slice(0, 30);
}
