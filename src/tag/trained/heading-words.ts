/**
 * createHeadingReader: what a word model says of the headings above a passage.
 *
 * @module
 */
import type { ReadText } from './read-passages';
import type { WordModel } from './tagger-model';
import { type NearHeadings, readNearHeadings } from './word-model';
import type { WordWeights } from './word-weights';

/** The known words of the nearest headings, and what they add to the logit of each concept. */
export interface HeadingWords extends NearHeadings {
  readonly sums: Float64Array;
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
  { headingTable, headings: weights }: WordModel,
): HeadingWords {
  const { known, ids, value } = readNearHeadings(headings, headingTable);
  return { known, ids, value, sums: sumWeights(ids, value, weights) };
}

function sumWeights(
  ids: readonly number[],
  value: number,
  { values, scales }: WordWeights,
): Float64Array {
  const sums = new Float64Array(scales.length);
  for (const id of ids) {
    const row = id * sums.length;
    for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] ?? 0) + (values[row + c] ?? 0);
  }
  for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] ?? 0) * value * (scales[c] ?? 0);
  return sums;
}
