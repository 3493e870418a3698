/** Help with queries: suggestions, did-you-mean, more-like-this; pinyin. @module */

export { type CorrectedQuery, type Correction, correctQuery } from './correct-query';
export { loadPinyin, type Pinyin } from './pinyin';
export { selectSalientTerms } from './select-salient-terms';
export { type Suggestion, type SuggestOptions, suggestQueries } from './suggest-queries';
