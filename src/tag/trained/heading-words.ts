/**
 * createHeadingReader: what a word model says of the headings above a passage.
 *
 * @module
 */
import type { ReadText } from './read-passages';
import type { WordModel } from './tagger-model';
import { readNearHeadings } from './word-model';

/** The known words of the nearest headings. */
export interface HeadingWords {
  readonly ids: readonly number[];
  /** What each word weighs in the vector of the passage. */
  readonly value: number;
  /** By word, the nearest heading that holds it, counted from the nearest: 0 or 1; and where it begins in it. */
  readonly above: readonly number[];
  readonly starts: readonly number[];
  /** What they add to the logit of each concept. */
  readonly sums: readonly number[];
}

/** Reads headings, outermost first. */
export type ReadHeadings = (headings: readonly ReadText[]) => HeadingWords;

/** A reader by a word model, for the passages of one call: what it has read it remembers, since headings come again with every passage under them. */
export function createHeadingReader(model: WordModel): ReadHeadings {
  const memory = new Map<ReadText | undefined, Map<ReadText | undefined, HeadingWords>>();
  return (headings) => {
    const nearest = headings.at(-1);
    const above = headings.at(-2);
    const under = memory.get(nearest) ?? new Map<ReadText | undefined, HeadingWords>();
    const known = under.get(above);
    if (known !== undefined) return known;
    const read = readHeadings(headings, model);
    memory.set(nearest, under.set(above, read));
    return read;
  };
}

function readHeadings(
  headings: readonly ReadText[],
  { headingTable, headings: weights, bias }: WordModel,
): HeadingWords {
  const { known, ids, value } = readNearHeadings(headings, headingTable);
  const near = headings.slice(-known.length);
  const holders = ids.map((id) => known.findLastIndex((words) => words.includes(id)));
  return {
    ids,
    value,
    above: holders.map((holder) => known.length - 1 - holder),
    starts: holders.map(
      (holder, i) => near[holder]?.text.indexOf(headingTable.words[ids[i] ?? 0] ?? '') ?? 0,
    ),
    sums: sumWeights(ids, value, weights, bias.length),
  };
}

function sumWeights(
  ids: readonly number[],
  value: number,
  weights: Float32Array,
  concepts: number,
): readonly number[] {
  const sums = new Array<number>(concepts).fill(0);
  for (const id of ids) {
    const row = id * concepts;
    for (let c = 0; c < concepts; c += 1)
      sums[c] = (sums[c] ?? 0) + value * (weights[row + c] ?? 0);
  }
  return sums;
}
