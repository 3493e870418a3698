/**
 * Tells passages that say something from bare headings and lines of tables of contents.
 *
 * @module
 */

/** What kind of passage it is, as stored: 0 prose, 1 a bare heading, 2 a line of a table of contents. */
export type PassageKind = 0 | 1 | 2;

/** Longest bare heading, in UTF-16 code units. */
const MAX_HEADING_LENGTH = 30;

const CONTENTS_LINE = /(?:…|\.{3}|·{3}|-{3}|\t|\s{4})[…．.·\-\s]*\(?\d{1,3}\)?\s*$/u;
const SENTENCE_MARK = /[。！？；，、：:;!?]/u;
const NUMBERING =
  /^\s*(?:第[一二三四五六七八九十百零〇\d]+[编章节条部篇]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|附件|目\s*录)/u;

/** The kind of a passage by its text. O(n). */
export function classifyPassage(text: string): PassageKind {
  if (text.length > 120) return 0;
  if (CONTENTS_LINE.test(text)) return 2;
  const isBare =
    text.length <= MAX_HEADING_LENGTH && NUMBERING.test(text) && !SENTENCE_MARK.test(text.slice(3));
  return isBare ? 1 : 0;
}
