/**
 * Words and terms: segmenters with offsets, and the term matcher.
 *
 * @module
 */

export { createJiebaSegmenter } from './jieba';
export type { Segmenter, SegmenterOptions, Token } from './segmenter';
export {
  type CreateTermMatcherOptions,
  createTermMatcher,
  TERM_MATCH_WIDTH,
  type Term,
  type TermMatch,
  type TermMatcher,
} from './term-matcher';
