/**
 * ReadResult: what every reader gives, whatever the format.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import type { Span } from '../text';
import type { TextEncoding } from './decode-text';

/** The formats that are read. A `.wps` file is a `doc`; a file is what its bytes say, whatever it is called. */
export type PolicyFileFormat = 'txt' | 'md' | 'html' | 'docx' | 'odt' | 'doc' | 'pdf' | 'ofd';

/**
 * What a stretch of a document is.
 *
 * - `title`, `heading`: by its style, where the format has styles
 * - `paragraph`: anything else
 * - `table-row`: the cells of one row, with a tab between two
 * - `text-box`: a paragraph that floats beside the text, placed after the paragraph it is anchored to
 * - `note`: a footnote or endnote, placed after the text
 */
export type ReadBlockKind = 'title' | 'heading' | 'paragraph' | 'table-row' | 'text-box' | 'note';

/** A stretch of the text that is one paragraph, or the part of it that stands on one page. Blocks are ordered and disjoint. */
export interface ReadBlock {
  /** See {@link ReadBlockKind}. */
  readonly kind: ReadBlockKind;
  /** Where it stands in the text. */
  readonly span: Span;
  /** Depth of a heading, from 1; undefined for anything else. */
  readonly level: number | undefined;
  /** The page it stands on, from 1; undefined where the format has no pages (all but pdf and ofd). */
  readonly page: number | undefined;
  /** Whether it goes on with the paragraph of the block before, over the edge of a page. */
  readonly continued: boolean;
}

/** What a file says of itself, outside its text: properties of a document, meta tags and index tables of a page. Each is absent where the file is silent. */
export interface ReadMetadata {
  /** Of the document's properties or the page. */
  readonly title?: string;
  /** 发文机关, as the index table of a page gives it. */
  readonly issuer?: string;
  /** 发文字号, likewise. */
  readonly documentNumber?: string;
  /** 成文日期, likewise, as written. */
  readonly issuedOn?: string;
  /** PubDate and its kin, as written. */
  readonly publishedOn?: string;
  /** Where a page says it has its text from: ContentSource. */
  readonly source?: string;
  /** Who wrote it, or whose program did. */
  readonly author?: string;
  /** As written, with whatever is between them. */
  readonly keywords?: string;
  /** Where a page says it stands. */
  readonly url?: string;
  /** When the file was made, by its own account, as written there. */
  readonly createdOn?: string;
}

/** What a reader finds in the bytes of one document. */
export interface ReadContent {
  /** By its bytes. */
  readonly format: PolicyFileFormat;
  /**
   * The text: for txt and md as decoded, byte order mark left out, otherwise untouched; for other formats one line a paragraph, wraps joined. The source that
   * spans point into.
   */
  readonly text: string;
  /** The encoding of a txt, md or html file; undefined for formats that know theirs. */
  readonly encoding: TextEncoding | undefined;
  /** Empty for txt, md and doc. */
  readonly metadata: ReadMetadata;
  /** Empty for txt and md, whose lines are all there is. */
  readonly blocks: readonly ReadBlock[];
  /** Number of pages; undefined where the format has none. */
  readonly pageCount: number | undefined;
  /** What was left out, cut off, damaged or doubtful. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What `readPolicyFile` gives. */
export interface ReadResult extends ReadContent {
  /** As given; below an archive, with the way to the entry. */
  readonly path: string;
  /** Size of the file. */
  readonly bytes: number;
}

/**
 * The block that an offset of the text stands in, or undefined between two blocks. Logarithmic in the number of blocks.
 *
 * @example
 * findReadBlock(result.blocks, evidence.start)?.page // => 12
 */
export function findReadBlock(blocks: readonly ReadBlock[], offset: number): ReadBlock | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.span.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block !== undefined && block.span.start <= offset ? block : undefined;
}
