/**
 * The plan that the package brings along.
 *
 * @module
 */
import file from '../../corpus/taxonomy/informatization-2021-2025.json';
import { createTaxonomy } from './create-taxonomy';
import type { Taxonomy } from './model';

/**
 * The plan of corpus/taxonomy as a frozen Taxonomy: compiled and checked when the package was built, so importing it
 * parses no YAML and checks nothing.
 *
 * @example
 * builtinTaxonomy.concepts.filter(({ inScheme }) => inScheme === 'task').length // => 10
 */
export const builtinTaxonomy: Taxonomy = /* @__PURE__ */ createTaxonomy(file);
