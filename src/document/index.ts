/** The `document` stage: the PolicyDocument model and the structure parser. @module */
export { liesWithin } from './divisions';
export { NUMBER_CODE, NUMBER_KIND } from './document-number';
export type {
  DocumentFacts,
  DocumentId,
  Genre,
  Passage,
  PassageId,
  PolicyDocument,
  Region,
  Section,
  SectionKind,
} from './model';
export { MAX_TEXT_LENGTH, type ParseDocumentOptions, parseDocument } from './parse-document';
export { findRegion, findRegionAbove, holdsPlaceName, isDivisionName } from './region';
