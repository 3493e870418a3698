/**
 * zhengce (政策): reads, structures, segments and tags Chinese policy documents.
 *
 * @module
 */
export { type Analyzer, type CreateAnalyzerOptions, createAnalyzer } from './analyzer';
export {
  type DocumentId,
  type Genre,
  type ParseDocumentOptions,
  type Passage,
  type PassageId,
  type PolicyDocument,
  parseDocument,
  type Region,
  type Section,
  type SectionKind,
} from './document';
export {
  type Diagnostic,
  type DiagnosticSeverity,
  type ErrorDetails,
  ZhengceError,
  type ZhengceErrorCode,
} from './errors';
export {
  type CreateTermMatcherOptions,
  createJiebaSegmenter,
  createTermMatcher,
  type Segmenter,
  type SegmenterOptions,
  type Term,
  type TermMatch,
  type TermMatcher,
  type Token,
} from './segment';
export {
  type Calibration,
  type ConceptScore,
  createLexiconTagger,
  createLinearModel,
  createPlattCalibration,
  createTagger,
  DEFAULT_TAGGER_SETTINGS,
  type Evidence,
  type EvidenceField,
  type Feature,
  type FeatureExtractor,
  type LinearModelWeights,
  type PassageInput,
  type PassageTags,
  type PassageView,
  type PlattParameters,
  type Tag,
  type TaggedDocument,
  type TaggedPassage,
  type Tagger,
  type TaggerParts,
  type TaggerSettings,
  type TagModel,
} from './tag';
export {
  builtinTaxonomy,
  type Concept,
  type ConceptId,
  type ConceptScheme,
  getConcept,
  type LexiconEntry,
  type LoadTaxonomyOptions,
  listAssignableConcepts,
  loadTaxonomy,
  type Taxonomy,
  type TaxonomyProblem,
} from './taxonomy';
export {
  formatChineseNumeral,
  joinSpans,
  type MappedText,
  type NormalizeTextOptions,
  normalizeText,
  parseChineseNumeral,
  type SourceText,
  type Span,
  splitSentences,
  toSimplified,
} from './text';
