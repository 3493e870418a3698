/**
 * The built-in plan, compiled from its YAML by `npx tsx scripts/build-taxonomy.ts`.
 *
 * @module
 */
import plan from '../../corpus/taxonomy/informatization-2021-2025.json';
import { createTaxonomy } from './create-taxonomy';
import type { Taxonomy } from './model';
import type { TaxonomyFile } from './schema';

/**
 * The 14th Five-Year Plan for National Informatization (“十四五”国家信息化规划, 2021–2025) as a taxonomy: 10 major tasks `T1`…`T10` and 10 priority
 * actions `A1`…`A10`, with the aspects and purposes that they belong to.
 *
 * The file that it is compiled from was checked then, so no schema runs at import.
 */
export const builtinTaxonomy: Taxonomy = createTaxonomy(plan as TaxonomyFile);
