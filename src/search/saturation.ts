/**
 * BM25F: the saturated frequency of a posting.
 *
 * @module
 */
import { readCombination } from './combinations';
import { type SegmentView, saturate } from './ranking-context';

/**
 * Σ over title, heading, body of weight · frequency / norm (Robertson & Zaragoza 2009, equation 3.19), summed in this order.
 */
export function computeWeightedFrequency(
  view: SegmentView,
  posting: number,
  ordinal: number,
): number {
  const { weighted, norms, live } = view;
  const { lengths } = live.segment;
  const combination = readCombination(live.segment.words, posting);
  const title = weighted.title[combination] ?? 0;
  const heading = weighted.heading[combination] ?? 0;
  const body = weighted.body[combination] ?? 0;
  let frequency = 0;
  if (title > 0) frequency += title / (norms.title[lengths.title.codes[ordinal] ?? 0] ?? 1);
  if (heading > 0) frequency += heading / (norms.heading[lengths.heading.codes[ordinal] ?? 0] ?? 1);
  if (body > 0) frequency += body / (norms.body[lengths.body.codes[ordinal] ?? 0] ?? 1);
  return frequency;
}

/** f / (k1 + f) of a word in a passage, in [0, 1]; 0 where it stands only in fields of weight 0. */
export function saturateWord(view: SegmentView, posting: number, ordinal: number): number {
  const frequency = computeWeightedFrequency(view, posting, ordinal);
  return frequency > 0 ? saturate(frequency, view.k1) : 0;
}
