/**
 * Tells passages that say something from bare headings and lines of tables of contents.
 *
 * @module
 */

/** What kind of passage it is, as stored: 0 prose, 1 a bare heading, 2 a line of a table of contents. */
export type PassageKind = 0 | 1 | 2;

/** Longest bare heading, in UTF-16 code units. */
const MAX_HEADING_LENGTH = 30;

/** Longest line of a table of contents, in UTF-16 code units. */
const MAX_CONTENTS_LENGTH = 120;

/** What leads from an entry of a table of contents to its page, and how many dots it is worth. */
const LEADERS: ReadonlyMap<string, number> = new Map([
  ['…', 3],
  ['.', 1],
  ['．', 1],
  ['·', 1],
  ['-', 1],
  ['\t', 3],
  [' ', 0.75],
  ['　', 1],
]);

/** Dots that make a leader. */
const MIN_LEADER = 3;

const PAGE_NUMBER = /\(?\d{1,3}\)?$/u;
const SENTENCE_MARK = /[。！？；，、：:;!?]/u;
const NUMBERING =
  /^\s*(?:第[一二三四五六七八九十百零〇\d]+[编章节条部篇]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|附件|目\s*录)/u;

/** The kind of a passage by its text. O(n). */
export function classifyPassage(text: string): PassageKind {
  if (text.length > MAX_CONTENTS_LENGTH) return 0;
  if (isContentsLine(text.trimEnd())) return 2;
  const isBare =
    text.length <= MAX_HEADING_LENGTH && NUMBERING.test(text) && !SENTENCE_MARK.test(text.slice(3));
  return isBare ? 1 : 0;
}

/** Whether a line ends in a leader and a page number. */
function isContentsLine(line: string): boolean {
  const page = PAGE_NUMBER.exec(line);
  if (page === null) return false;
  let dots = 0;
  for (let at = page.index - 1; at >= 0; at--) {
    const worth = LEADERS.get(line.charAt(at));
    if (worth === undefined) break;
    dots += worth;
  }
  return dots >= MIN_LEADER;
}
