/**
 * Says which passages belong to one document and to one section of it.
 *
 * @module
 */
import type { PassageKeys } from './context-scores';
import type { IndexSegment } from './index-segment';
import { locatePassage, type RankingContext } from './ranking-context';
import { readDocument, readHeadingPath } from './read-stored';

/**
 * Gives the keys of the passage at a position. Documents that agree in title, number, issuers, date and region count as one, so that a
 * statute that was indexed article by article is one all the same; one without a title stands alone. Remembers what it has read.
 */
export function createPassageKeys(context: RankingContext): (position: number) => PassageKeys {
  const documents = new Map<number, string>();
  const sections = new Map<number, PassageKeys>();
  return (position) => {
    const { view, ordinal, document } = locatePassage(context, position);
    const { segment } = view.live;
    const section = segment.passages.sections[ordinal] ?? 0;
    const sectionNumber = view.firstPosition + section;
    const known = sections.get(sectionNumber);
    if (known !== undefined) return known;
    const documentNumber = view.firstPosition + document;
    const key = documents.get(documentNumber) ?? describeDocument(segment, document);
    documents.set(documentNumber, key);
    const keys = {
      document: key,
      section: JSON.stringify([key, ...readHeadingPath(segment, section)]),
    };
    sections.set(sectionNumber, keys);
    return keys;
  };
}

function describeDocument(segment: IndexSegment, document: number): string {
  const { id, title, documentNumber, issuer, issuedOn, region } = readDocument(segment, document);
  if (title === undefined || title === '') return JSON.stringify([id]);
  return JSON.stringify([title, documentNumber, issuer, issuedOn, region?.code]);
}
