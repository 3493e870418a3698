/**
 * Where sentences end, as far as the tagger tells them apart.
 *
 * @module
 */

/** Marks 。！？；!?; and the line feed. */
const MARKS: Uint8Array = markUnits('\u3002\uff01\uff1f\uff1b!?;\n');

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

function markUnits(units: string): Uint8Array {
  const marks = new Uint8Array(0x10000);
  for (const unit of units) marks[unit.charCodeAt(0)] = 1;
  return marks;
}

/** The first offset from `from` up to `to` behind which a sentence ends; `to` where there is none. */
export function findSentenceMark(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    // Most are Han characters, for which the table is not asked.
    if ((unit < FIRST_HAN || unit > LAST_HAN) && MARKS[unit] === 1) return at;
  }
  return to;
}
