/**
 * Says which passages belong to one document and to one section of it.
 *
 * @module
 */

import type { PassageKeys } from './context-scores';
import { listHeadingForms } from './heading-forms';
import type { IndexSegment } from './index-segment';
import { locatePassage, type RankingContext } from './ranking-context';
import { readDocument, readHeadingPath } from './read-stored';

/** Kept with the context: most searches ask for the same documents. */
const known = new WeakMap<RankingContext, (position: number) => PassageKeys>();

/**
 * Gives the keys of the passage at a position. Documents that agree in title, number, issuers, date and region count as one, so that a
 * statute that was indexed article by article is one all the same; one without a title stands alone. Remembers what it has read.
 */
export function passageKeysOf(context: RankingContext): (position: number) => PassageKeys {
  const made = known.get(context) ?? createPassageKeys(context);
  known.set(context, made);
  return made;
}

function createPassageKeys(context: RankingContext): (position: number) => PassageKeys {
  const numberOf = createNumbering();
  const documents = new Map<number, number>();
  const sections = new Map<number, PassageKeys>();
  return (position) => {
    const { view, ordinal, document } = locatePassage(context, position);
    const { segment } = view.live;
    const section = segment.passages.sections[ordinal] ?? 0;
    const sectionNumber = view.firstPosition + section;
    const read = sections.get(sectionNumber);
    if (read !== undefined) return read;
    const documentNumber = view.firstPosition + document;
    const key = documents.get(documentNumber) ?? numberOf(describeDocument(segment, document));
    documents.set(documentNumber, key);
    const path = readHeadingPath(segment, section);
    const keys = {
      document: key,
      section: numberOf(JSON.stringify([key, ...path])),
      headings: path.flatMap(listHeadingForms),
    };
    sections.set(sectionNumber, keys);
    return keys;
  };
}

/** Numbers texts in the order of first sight. */
function createNumbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}

function describeDocument(segment: IndexSegment, document: number): string {
  const { id, title, documentNumber, issuer, issuedOn, region } = readDocument(segment, document);
  if (title === undefined || title === '') return JSON.stringify([id]);
  return JSON.stringify([title, documentNumber, issuer, issuedOn, region?.code]);
}
