/** Highlights: snippets of passages with the words that match, and where they stand in the source. @module */
export {
  type CreateHighlighterOptions,
  createHighlighter,
  DEFAULT_HIGHLIGHT,
  type Highlighter,
  type HighlightInput,
} from './create-highlighter';
export type { Highlight, HighlightOptions, HitHighlight, Snippet } from './model';
