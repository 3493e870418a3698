/**
 * fitWords: the word model from labelled passages.
 *
 * @module
 */
import type { ReadPassage, ReadText } from '../trained/read-passages';
import { createWordModel, type WordModel } from '../trained/tagger-model';
import { findWordsOf, type KnownWords, readNearHeadings, weighCount } from '../trained/word-model';
import { createWordTable, type WordTable } from '../trained/word-table';
import { roundWeights } from '../trained/word-weights';
import { fitLogistic, type SparseRows } from './fit-logistic';

/** A labelled passage: 1 at the index of each of its concepts. */
export interface WordSample {
  readonly documentId: string;
  readonly passage: ReadPassage;
  readonly index: number;
  readonly marks: Uint8Array;
  readonly weight: number;
}

/** The words that a model can know. */
export interface Vocabulary {
  readonly table: WordTable;
  readonly headingTable: WordTable;
  readonly idf: Float64Array;
}

/** Labelled passages that a word must stand in. */
const MIN_LABELLED = 4;
const MIN_LABELLED_HEADINGS = 3;
/** A word in more than this share of all passages tells nothing. */
const MAX_SHARE = 0.2;

/** The words of the labelled passages that are neither rare nor everywhere, with their idf over all passages. */
export function chooseVocabulary(
  documents: readonly {
    readonly passages: readonly ReadPassage[];
    readonly samples: readonly WordSample[];
  }[],
): Vocabulary {
  const everywhere = new Map<string, number>();
  const labelled = new Map<string, number>();
  const headings = new Map<string, number>();
  let passages = 0;
  for (const document of documents) {
    const known = new Set(document.samples.map(({ index }) => index));
    document.passages.forEach((passage, index) => {
      passages += 1;
      const words = listWords(passage.body);
      count(words, everywhere);
      if (!known.has(index)) return;
      count(words, labelled);
      count(new Set(passage.headings.flatMap((heading) => [...listWords(heading)])), headings);
    });
  }
  const words = [...labelled]
    .filter(([word, n]) => n >= MIN_LABELLED && (everywhere.get(word) ?? 0) < MAX_SHARE * passages)
    .map(([word]) => word)
    .sort();
  const idf = Float64Array.from(
    words,
    (word) => Math.log((passages + 1) / ((everywhere.get(word) ?? 0) + 1)) + 1,
  );
  const headingWords = [...headings]
    .filter(([, n]) => n >= MIN_LABELLED_HEADINGS)
    .map(([word]) => word)
    .sort();
  return { table: createWordTable(words), headingTable: createWordTable(headingWords), idf };
}

function count(words: ReadonlySet<string>, counts: Map<string, number>): void {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** The different words of two characters or more. */
function listWords({ text, words: { ends, from, to, offset } }: ReadText): ReadonlySet<string> {
  const words = new Set<string>();
  let start = 0;
  for (const joinedEnd of ends.subarray(from, to)) {
    const end = joinedEnd - offset;
    const word = text.slice(start, end);
    if (word.length >= 2 && /[\p{L}\p{N}]/u.test(word)) words.add(word);
    start = end;
  }
  return words;
}

const ITERATIONS = 40;

/** The weights of the words for each concept, each concept by itself. */
export function fitWords(
  samples: readonly WordSample[],
  { table, headingTable, idf }: Vocabulary,
  concepts: number,
  l2: number,
): WordModel {
  const rows = gatherRows(samples, { table, headingTable, idf });
  const rowWeights = Float64Array.from(samples, ({ weight }) => weight);
  const text = new Float32Array(table.words.length * concepts);
  const headings = new Float32Array(headingTable.words.length * concepts);
  const bias = new Float64Array(concepts);
  for (let c = 0; c < concepts; c += 1) {
    const outcomes = Uint8Array.from(samples, ({ marks }) => marks[c] ?? 0);
    const fit = fitLogistic(rows, outcomes, rowWeights, { l2, iterations: ITERATIONS });
    table.words.forEach((_, word) => {
      text[word * concepts + c] = fit.weights[word] ?? 0;
    });
    headingTable.words.forEach((_, word) => {
      headings[word * concepts + c] = fit.weights[table.words.length + word] ?? 0;
    });
    bias[c] = fit.bias;
  }
  return createWordModel({
    words: table.words,
    headingWords: headingTable.words,
    idf,
    text: roundWeights(text, concepts),
    headings: roundWeights(headings, concepts),
    bias,
  });
}

function gatherRows(
  samples: readonly WordSample[],
  { table, headingTable, idf }: Vocabulary,
): SparseRows {
  const columns: number[] = [];
  const values: number[] = [];
  const starts = [0];
  const known = findWordsOf(
    samples.map(({ passage }) => passage.body),
    table,
  );
  samples.forEach(({ passage }, row) => {
    const body = weighWords(known[row] ?? NO_WORDS, idf);
    body.ids.forEach((id, i) => {
      columns.push(id);
      values.push(body.values[i] ?? 0);
    });
    const heading = readNearHeadings(passage.headings, headingTable);
    for (const id of heading.ids) {
      columns.push(table.words.length + id);
      values.push(heading.value);
    }
    starts.push(columns.length);
  });
  return {
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
    width: table.words.length + headingTable.words.length,
  };
}

/** A sparse vector. */
interface WordVector {
  readonly ids: Int32Array;
  readonly values: Float64Array;
}

const NONE = new Int32Array(0);
const NO_WORDS: KnownWords = { ids: NONE, starts: NONE, sentences: NONE, from: 0, to: 0 };

/**
 * The vector of words: (1 + ln tf) · idf, of length 1; empty without words.
 *
 * Salton & Buckley (1988): Term-weighting approaches in automatic text retrieval.
 */
function weighWords({ ids: all, from, to }: KnownWords, idf: ArrayLike<number>): WordVector {
  const counts = new Map<number, number>();
  for (const id of all.subarray(from, to)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = Int32Array.from(counts.keys());
  const values = new Float64Array(ids.length);
  let squares = 0;
  ids.forEach((id, i) => {
    const value = weighCount(counts.get(id) ?? 1) * (idf[id] ?? 0);
    values[i] = value;
    squares += value * value;
  });
  if (squares > 0)
    for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) / Math.sqrt(squares);
  return { ids, values };
}
