/**
 * Boilerplate: preambles, guiding principles and closing clauses, which documents share whatever they are about.
 *
 * @module
 */
import lists from '../../corpus/alignment/boilerplate.json';
import type { Passage, PolicyDocument } from '../document';
import { normalizeText } from '../text';

/**
 * For each passage of a document, whether it is boilerplate: it stands before the first heading of a document that has some, directly under a heading such as
 * 指导思想, or holds a set phrase such as 认真贯彻执行. The lists are `corpus/alignment/boilerplate.json`. Linear in the text.
 */
export function markBoilerplate(document: Pick<PolicyDocument, 'passages'>): readonly boolean[] {
  const { passages } = document;
  const firstWithHeading = passages.findIndex(({ headingPath }) => headingPath.length > 0);
  return passages.map((passage, i) => i < firstWithHeading || isBoilerplate(passage));
}

function isBoilerplate({ headingPath, text }: Passage): boolean {
  const heading = normalizeText(headingPath.at(-1) ?? '').text;
  if (lists.headings.some((name) => heading.includes(name))) return true;
  const folded = normalizeText(text).text;
  return lists.phrases.some((phrase) => folded.includes(phrase));
}
