/**
 * What is shown of a hit: snippets, with the words that match.
 *
 * @module
 */
import type { Span } from '../../text';

/** Options of highlighting. */
export interface HighlightOptions {
  /** Most snippets of a passage. Range 1 to 20, default 2. Raising it shows more of the places that match. */
  readonly maxSnippets?: number;
  /** Longest snippet, in UTF-16 code units. Range 20 to 2000, default 140. Raising it shows more sentences about a match. */
  readonly maxLength?: number;
}

/** Where words of a query stand in a hit. Frozen. */
export interface HitHighlight {
  /** In the order of the passage, disjoint; at least one where the passage has words. Without a match in the passage, its beginning. */
  readonly snippets: readonly Snippet[];
  /** Matches in the document's title, as spans of it. */
  readonly title: readonly Span[];
  /** For each heading above the passage, the matches as spans of it. */
  readonly headings: readonly (readonly Span[])[];
}

/** A stretch of a passage, made of whole sentences where they are short enough. */
export interface Snippet extends Span {
  /** `passage.text.slice(start, end)`. */
  readonly text: string;
  /** Where it stands in the source of the document, piece by piece: more than one where wraps or page numbers cut it. */
  readonly source: readonly Span[];
  /** Matches in order, disjoint. */
  readonly highlights: readonly Highlight[];
}

/** A match: a span of the snippet's `text`. */
export interface Highlight extends Span {
  /** Where it stands in the source of the document, piece by piece. */
  readonly source: readonly Span[];
}
