/**
 * zhengce (政策): reads, structures, segments and tags Chinese policy documents.
 *
 * @module
 */
export { type Analyzer, createAnalyzer, type CreateAnalyzerOptions } from './analyzer';
export {
  type DocumentId,
  type Genre,
  parseDocument,
  type ParseDocumentOptions,
  type Passage,
  type PassageId,
  type PolicyDocument,
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
  createJiebaSegmenter,
  createTermMatcher,
  type CreateTermMatcherOptions,
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
  type WeighedFeature,
} from './tag';
export {
  builtinTaxonomy,
  type Concept,
  type ConceptId,
  type ConceptScheme,
  getConcept,
  type LexiconEntry,
  listAssignableConcepts,
  loadTaxonomy,
  type LoadTaxonomyOptions,
  type Taxonomy,
  type TaxonomyProblem,
} from './taxonomy';
export {
  formatChineseNumeral,
  joinSpans,
  type MappedText,
  normalizeText,
  type NormalizeTextOptions,
  parseChineseNumeral,
  type SourceText,
  type Span,
  splitSentences,
  toSimplified,
} from './text';
