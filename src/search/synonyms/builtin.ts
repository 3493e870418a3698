/**
 * The table of synonyms that the package brings along.
 *
 * @module
 */
import table from '../../../corpus/search/synonyms.json';
import { createSynonyms } from './create-synonyms';
import type { Synonyms } from './model';

/**
 * Some two hundred entries of how policies are spoken of and how they are written: bodies, plans, regions, technologies, abbreviations.
 *
 * @example
 * builtinSynonyms.find('ai')[0]?.alternatives.map(({ text }) => text) // => ['人工智能']
 */
export const builtinSynonyms: Synonyms = /* @__PURE__ */ createSynonyms(table);
