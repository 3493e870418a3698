/** The `document` stage: the PolicyDocument model and the structure parser. @module */
export { isProvinceName, liesWithin, listCommonNames, splitRegion } from './divisions';
export { NUMBER_CODE } from './document-number';
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
export {
  ORDER_SPELLINGS,
  readOrderParts,
  writeOrderNumber,
} from './order-number';
export { MAX_TEXT_LENGTH, type ParseDocumentOptions, parseDocument } from './parse-document';
export { findRegion, findRegionAbove, holdsPlaceName, isDivisionName } from './region';
