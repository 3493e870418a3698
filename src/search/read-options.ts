/**
 * Checks the options of a search and fills in the defaults.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import type { FacetField, SearchOptions, SearchSort } from './model';

/** Options of a search that are always there. */
export interface ReadOptions {
  readonly limit: number;
  readonly offset: number;
  readonly groupLimit: number;
  readonly sort: SearchSort;
  readonly facets: readonly FacetField[];
  readonly facetLimit: number;
  readonly isGrouped: boolean;
  readonly countTotal: boolean;
}

const MAX_LIMIT = 1000;
const MAX_OFFSET = 100_000;
const MAX_GROUP_LIMIT = 100;
const MAX_FACET_LIMIT = 100_000;
const SORTS: readonly SearchSort[] = ['relevance', 'position', 'newest', 'oldest'];
const FACETS: readonly FacetField[] = ['task', 'action', 'region', 'issuer', 'genre', 'year'];

/**
 * The options with their defaults.
 *
 * @throws ZhengceError `invalid-argument` for one outside its range
 */
export function readOptions(options: SearchOptions): ReadOptions {
  const { limit = 10, offset = 0, groupLimit = 3, sort = 'relevance', facets = [] } = options;
  const { groupBy, countTotal = true, facetLimit = MAX_FACET_LIMIT } = options;
  assertInteger('limit', limit, 0, MAX_LIMIT);
  assertInteger('offset', offset, 0, MAX_OFFSET);
  assertInteger('groupLimit', groupLimit, 1, MAX_GROUP_LIMIT);
  assertInteger('facetLimit', facetLimit, 1, MAX_FACET_LIMIT);
  assertOneOf('sort', sort, SORTS);
  for (const facet of facets) assertOneOf('facets', facet, FACETS);
  if (groupBy !== undefined) assertOneOf('groupBy', groupBy, ['document']);
  const isGrouped = groupBy !== undefined;
  return { limit, offset, groupLimit, sort, facets, facetLimit, isGrouped, countTotal };
}

function assertInteger(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new ZhengceError(
    'invalid-argument',
    `search: expected an integer from ${min} to ${max}, received ${describeReceived(value)} (${name})`,
  );
}

function assertOneOf(name: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  throw new ZhengceError(
    'invalid-argument',
    `search: expected ${known.join(', ')}, received ${describeReceived(value)} (${name})`,
  );
}
