/**
 * The extract stage: what a document says beyond its subjects; a first taxonomy of a plan's own text.
 *
 * @module
 */
export {
  type DerivedTaxonomy,
  type DeriveTaxonomyOptions,
  deriveTaxonomy,
} from './derive-taxonomy';
export { type KeynessCounts, scoreKeyness } from './keyness';
