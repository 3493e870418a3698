/**
 * Fingerprints: a sample of a text's runs of letters, by which texts that share any are found without comparing all with all.
 *
 * @module
 */
import type { ReuseText } from './reuse-text';
import { hashRun } from './seed-index';

/** Letters of a run. */
const RUN = 16;
/** Runs among which one is chosen: any stretch of RUN + WINDOW − 1 letters that two texts share gives them a fingerprint in common. */
const WINDOW = 16;

/**
 * The fingerprints of a text, ascending, none twice.
 *
 * Winnowing: Schleimer, Wilkerson & Aiken (2003), SIGMOD. Of every 16 runs of 16 letters the one with the smallest hash, the last of equal ones. Linear.
 */
export function listFingerprints({ letters, boilerplate }: ReuseText): readonly number[] {
  const chosen = new Set<number>();
  const hashes: number[] = [];
  for (let at = 0; at + RUN <= letters.length; at += 1)
    if (boilerplate[at] !== 1) hashes.push(hashRun(letters, at, RUN));
  let [smallest, place] = [Number.POSITIVE_INFINITY, -1];
  for (let at = 0; at < hashes.length; at += 1) {
    const hash = hashes[at] ?? 0;
    if (place <= at - WINDOW) {
      // The smallest left the window: the window is searched anew, which happens once in WINDOW / 2 steps on average.
      [smallest, place] = [Number.POSITIVE_INFINITY, -1];
      for (let back = Math.max(0, at - WINDOW + 1); back <= at; back += 1) {
        const other = hashes[back] ?? 0;
        if (other <= smallest) [smallest, place] = [other, back];
      }
    } else if (hash <= smallest) [smallest, place] = [hash, at];
    if (at >= WINDOW - 1 || at === hashes.length - 1) chosen.add(smallest);
  }
  return [...chosen].sort((a, b) => a - b);
}
