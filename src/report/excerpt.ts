/**
 * Excerpts: the part of a passage around its evidence.
 *
 * @module
 */

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Part of a source with the evidence in it. */
export interface Excerpt extends Place {
  readonly text: string;
  readonly evidence: readonly Place[];
}

/** UTF-16 code units before the first evidence that a cut excerpt keeps. */
const LEAD = 60;

/**
 * The passage, cut to `most` code units around its first evidence where it is longer; no surrogate pair cut in two. Evidence that is cut away is left out. Linear.
 */
export function cutExcerpt(
  source: string,
  { start, end }: Place,
  evidence: readonly Place[],
  most: number,
): Excerpt {
  const first = evidence[0]?.start ?? start;
  const isLong = end - start > most;
  let from = isLong ? Math.max(start, Math.min(first - LEAD, end - most)) : start;
  let to = isLong ? Math.min(end, from + most) : end;
  if (isLowSurrogate(source, from) && from > start) from -= 1;
  if (isLowSurrogate(source, to) && to < end) to += 1;
  return {
    start: from,
    end: to,
    text: source.slice(from, to),
    evidence: evidence.filter((each) => each.start >= from && each.end <= to),
  };
}

function isLowSurrogate(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The first code units of a text, no surrogate pair cut in two. */
export function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
