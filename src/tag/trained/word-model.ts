/**
 * The word model: a linear classifier of each concept on the words of a passage and of the headings above it.
 *
 * @module
 */
import type { ReadText } from './read-passages';
import type { WordTable } from './word-table';

/** The logit of a concept where no known word stands: what is common is no reason to think that nothing is about it. */
export const WORDLESS = -8;

/** The words of a text that a model knows, from `from` up to `to`, with their places and their sentence. Texts read together share the lists. */
export interface KnownWords {
  /** Index of each occurrence in the table. */
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly sentences: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** The words of each text that stand in the table, in order. O(texts). */
export function findWordsOf(texts: readonly ReadText[], table: WordTable): readonly KnownWords[] {
  const most = texts.reduce((sum, { words }) => sum + words.to - words.from, 0);
  const ids = new Int32Array(most);
  const starts = new Int32Array(most);
  const sentences = new Int32Array(most);
  let count = 0;
  return texts.map(({ words, sentenceEnds }) => {
    const { joined, ends, offset, to } = words;
    const from = count;
    let start = offset;
    let sentence = 0;
    for (let word = words.from; word < to; word += 1) {
      const end = ends[word] ?? 0;
      const id = end - start < 2 ? -1 : table.find(joined, start, end);
      if (id >= 0) {
        while (start - offset >= (sentenceEnds[sentence] ?? Infinity)) sentence += 1;
        ids[count] = id;
        starts[count] = start - offset;
        sentences[count] = sentence;
        count += 1;
      }
      start = end;
    }
    return { ids, starts, sentences, from, to: count };
  });
}

/** The index after the last known word of the sentence that begins at `at`. */
export function findSentenceEnd({ sentences, to }: KnownWords, at: number): number {
  let end = at;
  while (end < to && sentences[end] === sentences[at]) end += 1;
  return end;
}

/** The weight of a word that occurs so often: 1 + ln tf. */
export function weighCount(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}

/** What words of headings weigh beside those of the text. */
const HEADING_WEIGHT = 0.5;
/** How many headings are read, from the nearest; `createHeadingReader` remembers by as many. */
const HEADINGS_READ = 2;

/** The words of the nearest headings. */
export interface NearHeadings {
  /** By heading, outermost first: its words that the table knows. */
  readonly known: readonly (readonly number[])[];
  /** Each of them once: a vector of length {@link HEADING_WEIGHT}, in which every word weighs `value`. */
  readonly ids: readonly number[];
  readonly value: number;
}

/** The words in the nearest headings; headings come outermost first. */
export function readNearHeadings(headings: readonly ReadText[], table: WordTable): NearHeadings {
  const known = headings.slice(-HEADINGS_READ).map((heading) => listKnownWords(heading, table));
  const ids = known.flat().filter((id, i, all) => all.indexOf(id) === i);
  return { known, ids, value: HEADING_WEIGHT / Math.sqrt(Math.max(1, ids.length)) };
}

function listKnownWords(
  { words: { joined, ends, from, to, offset } }: ReadText,
  table: WordTable,
): readonly number[] {
  const known: number[] = [];
  let start = offset;
  for (let word = from; word < to; word += 1) {
    const end = ends[word] ?? 0;
    const id = end - start < 2 ? -1 : table.find(joined, start, end);
    if (id >= 0) known.push(id);
    start = end;
  }
  return known;
}
