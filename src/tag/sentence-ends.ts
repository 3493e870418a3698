/**
 * Where sentences end, as far as the tagger tells them apart.
 *
 * @module
 */

/** Marks 。！？；!?; and the line feed. */
const MARKS: Uint8Array = markUnits('\u3002\uff01\uff1f\uff1b!?;\n');

function markUnits(units: string): Uint8Array {
  const marks = new Uint8Array(0x10000);
  for (const unit of units) marks[unit.charCodeAt(0)] = 1;
  return marks;
}

/** The first offset from `from` up to `to` behind which a sentence ends; `to` where there is none. */
export function findSentenceMark(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && MARKS[text.charCodeAt(at)] !== 1) at += 1;
  return at;
}
