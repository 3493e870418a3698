/**
 * Finds the document of a collection that a citation means.
 *
 * @module
 */
import type { DocumentId, PolicyDocument } from '../../document';
import { normalizeText } from '../../text';
import { findDocumentNumbers } from './document-numbers';
import { normalizeTitle } from './titles';

/** The documents of a collection by number and title. Immutable. */
export interface CitationIndex {
  /** The document that a number or a title names, the number asked first; undefined where none or several have it. Constant time. */
  find(title: string | undefined, documentNumber: string | undefined): DocumentId | undefined;
}

/**
 * An index of a collection for {@link extractCitations}. A number or title that several documents have, copies of one another, gives the first of them. Linear in the titles.
 *
 * @example
 * createCitationIndex([]).find('数据安全法', undefined) // => undefined
 */
export function createCitationIndex(documents: readonly PolicyDocument[]): CitationIndex {
  const byNumber = new Map<string, DocumentId>();
  const byTitle = new Map<string, DocumentId>();
  for (const { id, title, documentNumber } of documents) {
    addOnce(byNumber, readNumber(documentNumber ?? ''), id);
    for (const key of listTitleKeys(title ?? '')) addOnce(byTitle, key, id);
  }
  return Object.freeze({
    find: (title: string | undefined, documentNumber: string | undefined) =>
      (documentNumber === undefined ? undefined : byNumber.get(documentNumber)) ??
      (title === undefined ? undefined : findTitle(title, byTitle)),
  });
}

function addOnce(map: Map<string, DocumentId>, key: string | undefined, id: DocumentId): void {
  if (key !== undefined && key !== '' && !map.has(key)) map.set(key, id);
}

function readNumber(written: string): string | undefined {
  return findDocumentNumbers(normalizeText(written).text)[0]?.number;
}

function findTitle(
  title: string,
  byTitle: ReadonlyMap<string, DocumentId>,
): DocumentId | undefined {
  for (const key of listTitleKeys(title)) {
    const id = byTitle.get(key);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Shorter names (条例, 实施方案) are those of many documents. */
const SHORTEST_KEY = 5;

/** A title as keys: whole; without what issued it; and what it announces, of a covering notice. */
function listTitleKeys(title: string): readonly string[] {
  const whole = foldTitle(title);
  const bare = whole.replace(/^中华人民共和国/, '');
  const issued = bare.replace(/^[\u4e00-\u9fff]{2,30}?(?=关于)/, '');
  const announced = /(?:印发|发布|转发|公布)(.{4,80})的(?:通知|公告|决定|函)$/.exec(issued)?.[1];
  return [...new Set([bare, issued, announced ?? ''])].filter((key) => key.length >= SHORTEST_KEY);
}

function foldTitle(title: string): string {
  return normalizeTitle(normalizeText(title).text).replace(/[〈〉“”"'、，—（）]/g, '');
}
