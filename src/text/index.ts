/**
 * The text stage: spans, normalisation with the way back to the source, numerals, sentences.
 *
 * @module
 */
export { formatChineseNumeral } from './format-chinese-numeral';
export { isHan } from './han';
export { digestTexts, hashUnits } from './hash-units';
export { joinSpans } from './join-spans';
export { createAlignedText, isAlignedText, type MappedText } from './mapped-text';
export { foldMappedText, type NormalizeTextOptions, normalizeText } from './normalize-text';
export { parseChineseNumeral } from './parse-chinese-numeral';
export { toSimplified } from './simplify';
export type { SourceText, Span } from './span';
export { splitSentences } from './split-sentences';
