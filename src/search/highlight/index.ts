/** Highlights: snippets of passages with the words that match, and where they stand in the source. @module */
export {
  createHighlighter,
  type Highlighter,
} from './create-highlighter';
export type { Highlight, HighlightOptions, HitHighlight, Snippet } from './model';
