/**
 * Chooses the stretches of a passage that show most of what was asked for.
 *
 * @module
 */
import { type Span, splitSentences } from '../../text';
import type { NeedleMatch } from './find-matches';
import type { Needle } from './needles';

/** What a needle that is shown already still counts, as a share. */
const REPETITION = 0.15;
/** A further snippet is worth its place where it adds this share of what the first one shows. */
const LEAST_GAIN = 0.25;

/** A stretch that is not cut, and what is found in it. */
interface Unit extends Span {
  readonly matches: readonly NeedleMatch[];
}

/** Options of {@link chooseSnippets}. */
export interface ChooseSnippetsOptions {
  readonly maxSnippets: number;
  readonly maxLength: number;
}

/**
 * At most `maxSnippets` disjoint stretches of whole sentences, ascending, none longer than `maxLength`; a sentence that is longer is cut at
 * its marks. Greedy: each stretch begins with a match and adds most weight of needles that are not shown yet, ties to the
 * first. Without matches, the beginning.
 */
export function chooseSnippets(
  text: string,
  matches: readonly NeedleMatch[],
  { maxSnippets, maxLength }: ChooseSnippetsOptions,
): readonly Span[] {
  const units = cutUnits(text, matches, maxLength);
  const shown = new Set<Needle>();
  const chosen: Window[] = [];
  while (chosen.length < maxSnippets) {
    const best = findBestWindow(units, maxLength, shown, chosen);
    const least = LEAST_GAIN * (chosen[0]?.gain ?? 0);
    if (best === undefined || (chosen.length > 0 && best.gain < least)) break;
    chosen.push(best);
    for (const { matches: found } of units.slice(best.from, best.to))
      for (const { needle } of found) shown.add(needle);
  }
  if (chosen.length === 0) return [trim(text, growWindow(units, 0, maxLength))];
  chosen.sort((a, b) => a.from - b.from);
  return chosen.map((window) => trim(text, window));
}

/** Units `from` to before `to`, and the stretch that they are. */
interface Window extends Span {
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

function findBestWindow(
  units: readonly Unit[],
  maxLength: number,
  shown: ReadonlySet<Needle>,
  chosen: readonly Window[],
): Window | undefined {
  let best: Window | undefined;
  for (let from = 0; from < units.length; from++) {
    if (units[from]?.matches.length === 0) continue;
    if (chosen.some((window) => from >= window.from && from < window.to)) continue;
    const next = Math.min(...chosen.map((window) => (window.from > from ? window.from : Infinity)));
    const window = growWindow(units, from, maxLength, next);
    const gain = weighWindow(units.slice(window.from, window.to), shown);
    if (gain > (best?.gain ?? 0)) best = { ...window, gain };
  }
  return best;
}

/** The window that begins with a unit and takes in as many more as fit. */
function growWindow(
  units: readonly Unit[],
  from: number,
  maxLength: number,
  before = Infinity,
): Window {
  const start = units[from]?.start ?? 0;
  let to = from + 1;
  for (; to < Math.min(units.length, before); to++) {
    if ((units[to]?.end ?? 0) - start > maxLength) break;
  }
  return { from, to, start, end: units[to - 1]?.end ?? start, gain: 0 };
}

/** The weight of the needles in some units: new ones whole, shown and repeated ones in part. */
function weighWindow(units: readonly Unit[], shown: ReadonlySet<Needle>): number {
  const seen = new Set<Needle>();
  let gain = 0;
  for (const { matches } of units) {
    for (const { needle } of matches) {
      if (seen.has(needle)) continue;
      seen.add(needle);
      gain += needle.weight * (shown.has(needle) ? REPETITION : 1);
    }
  }
  return gain;
}

/** The sentences, too long ones cut, each with the matches that begin in it. */
function cutUnits(
  text: string,
  matches: readonly NeedleMatch[],
  maxLength: number,
): readonly Unit[] {
  let next = 0;
  return splitSentences(text)
    .flatMap((sentence) => cutSentence(text, sentence, maxLength))
    .map(({ start, end }) => {
      const first = next;
      while (next < matches.length && (matches[next]?.start ?? 0) < end) next++;
      return { start, end, matches: matches.slice(first, next) };
    });
}

/** A sentence in stretches of at most `maxLength`: cut behind the last mark that leaves a stretch of half that, else anywhere between characters. */
function cutSentence(text: string, sentence: Span, maxLength: number): readonly Span[] {
  const parts: Span[] = [];
  let { start } = sentence;
  while (sentence.end - start > maxLength) {
    const end = findCut(text, start, start + maxLength, maxLength);
    parts.push({ start, end });
    start = end;
  }
  parts.push({ start, end: sentence.end });
  return parts;
}

function findCut(text: string, start: number, limit: number, maxLength: number): number {
  for (let at = limit; at > start + maxLength / 2; at--) {
    if (/[，,、：:]/.test(text.charAt(at - 1))) return at;
  }
  return /[\udc00-\udfff]/.test(text.charAt(limit)) ? limit - 1 : limit;
}

/** A stretch without the white space at its ends. */
function trim(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  return { start: from, end: Math.max(from, start + inner.trimEnd().length) };
}
