/**
 * The policy tools that the package brings along as a second taxonomy.
 *
 * @module
 */
import file from '../../corpus/taxonomy/policy-tools.json';
import { createTaxonomy } from './create-taxonomy';
import type { Taxonomy } from './model';

/**
 * Policy tools by the side on which they work (R. Rothwell and W. Zegveld 1985) as a frozen Taxonomy: supply S1–S4, environment E1–E4, demand D1–D4. Give it to
 * `createAnalyzer` to tag passages with the tools that they use.
 *
 * @example
 * policyToolsTaxonomy.concepts.filter(({ inScheme }) => inScheme === 'tool').length // => 12
 */
export const policyToolsTaxonomy: Taxonomy = /* @__PURE__ */ createTaxonomy(file);
