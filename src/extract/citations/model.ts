/**
 * The Citation model: which documents a document names.
 *
 * @module
 */
import type { DocumentId, PassageId } from '../../document';
import type { Span } from '../../text';

/**
 * Why a document is named.
 *
 * - `basis`: it is followed, 根据, 按照, 落实, 参照
 * - `issues`: it is issued, made, changed or passed on, 印发, 制定, 修订, 转发
 * - `repeals`: it ends, 废止
 * - `mentions`: anything else
 */
export type CitationRelation = 'basis' | 'issues' | 'repeals' | 'mentions';

/** A document that a document names. Frozen; spans point into the document's source. */
export interface Citation {
  /** Undefined where only the title of the document names it. */
  readonly passageId: PassageId | undefined;
  /** Where it stands, a title and its number as one; in the document's own title where `passageId` is undefined. */
  readonly span: Span;
  /** The words of the citation, folded: 《数据安全法》, 国发〔2021〕29号. */
  readonly written: string;
  /** The title in its normal form, without 《》; a short name that the document introduces (以下简称) gives the full one. */
  readonly title: string | undefined;
  /** The document number in its normal form, or the number of a standard. `title` or this is there. */
  readonly documentNumber: string | undefined;
  /** By the words around it; within a list, that of the member before. */
  readonly relation: CitationRelation;
  /** The document of the collection that is meant, where an index was given and has one. */
  readonly document: DocumentId | undefined;
}
