/**
 * Turns filters, from the options or typed in the query, into restrictions.
 *
 * @module
 */
import { isProvinceName, liesWithin, listCommonNames, splitRegion } from '../document';
import { foldText } from './analyze-text';
import type { FieldValues } from './field-values';
import type { IndexSegment } from './index-segment';
import type { SearchExclusion, SearchFilter, YearRange } from './model';
import { findOrdinals } from './passage-ids';
import type { FilterClause, FilterField } from './query';
import { readAttribute, readDocument } from './read-stored';
import type { Restriction } from './restriction';
import type { Synonyms } from './synonyms';

/** The values asked for in one field. */
export type FieldFilter =
  | { readonly field: Exclude<FilterField, 'year'>; readonly values: readonly string[] }
  | { readonly field: 'year'; readonly ranges: readonly YearRange[] };

/** What filters are read with. */
export interface FilterSources {
  readonly values: FieldValues;
  /** What words and issuers are also called. */
  readonly synonyms: Synonyms | undefined;
}

/** A restriction that filters of one field come to. */
export interface FieldRestriction {
  readonly field: FilterField;
  readonly restriction: Restriction;
}

/** The filters of the options: one a field. */
export function listFilters(filter: SearchFilter): readonly FieldFilter[] {
  const filters: FieldFilter[] = [];
  for (const field of ['task', 'action', 'region', 'issuer', 'genre'] as const) {
    const values = filter[field];
    if (values !== undefined) filters.push({ field, values });
  }
  const { document, year } = filter;
  if (document !== undefined) filters.push({ field: 'doc', values: document });
  if (year !== undefined) filters.push({ field: 'year', ranges: year.map(toRange) });
  return filters;
}

function toRange(entry: number | YearRange): YearRange {
  return typeof entry === 'number' ? { from: entry, to: entry } : entry;
}

/** The restrictions of the filters of the options. */
export function restrictByOptions(
  filter: SearchFilter,
  sources: FilterSources,
): readonly FieldRestriction[] {
  return listFilters(filter).map((one) => ({
    field: one.field,
    restriction: restrictField(one, sources),
  }));
}

/** The restrictions of filters typed in a query: those of one field are alternatives. */
export function restrictByClauses(
  clauses: readonly FilterClause[],
  sources: FilterSources,
): readonly FieldRestriction[] {
  const byField = new Map<FilterField, Restriction[]>();
  for (const clause of clauses) {
    const restrictions = byField.get(clause.field) ?? [];
    restrictions.push(restrictField(clause, sources));
    byField.set(clause.field, restrictions);
  }
  return [...byField].map(([field, restrictions]) => ({
    field,
    restriction: { kind: 'any', restrictions },
  }));
}

/** The restrictions that leave documents and passages out. */
export function readExclusion(
  { document, passage }: SearchExclusion,
  segments: readonly IndexSegment[],
): readonly Restriction[] {
  const excluded: Restriction[] = [];
  if (document !== undefined) excluded.push(restrictByAttribute('id', document));
  if (passage !== undefined) {
    const matches = segments.map((segment) => findOrdinals(segment, passage));
    excluded.push({ kind: 'passages', matches });
  }
  return excluded.map((restriction) => ({ kind: 'not', restriction }));
}

/** The restriction of one filter. */
export function restrictField(filter: FieldFilter, sources: FilterSources): Restriction {
  switch (filter.field) {
    case 'task':
    case 'action':
      return { kind: 'tag', codes: new Set(filter.values.flatMap(listCodes)) };
    case 'doc':
      return restrictByAttribute('id', filter.values);
    case 'genre':
      return restrictByAttribute('genre', filter.values);
    case 'region':
      return restrictRegions(filter.values);
    case 'issuer':
      return restrictIssuers(filter.values, sources);
    case 'year':
      return restrictYears(filter.ranges);
  }
}

/** A code as typed, and in capitals. */
export function listCodes(value: string): readonly string[] {
  return [value, value.toUpperCase()];
}

function restrictDocuments(
  test: (segment: IndexSegment, document: number) => boolean,
): Restriction {
  return { kind: 'document', test };
}

function restrictByAttribute(attribute: 'id' | 'genre', values: readonly string[]): Restriction {
  const wanted = new Set(values);
  return restrictDocuments((segment, document) =>
    wanted.has(readAttribute(segment, document, attribute) ?? ''),
  );
}

/** By name or part of a name; by code, where a code that ends in 00 stands for all that lies inside. */
function restrictRegions(values: readonly string[]): Restriction {
  const wanted = values.map(foldText);
  const known = new Map<string, boolean>();
  return restrictDocuments((segment, document) => {
    const name = readAttribute(segment, document, 'regionName') ?? '';
    const code = readAttribute(segment, document, 'regionCode') ?? '';
    const isIn =
      known.get(`${code}${name}`) ?? wanted.some((value) => isInRegion(value, name, code));
    known.set(`${code}${name}`, isIn);
    return isIn;
  });
}

/** Whether a region, by its name and code, lies in the one that a folded value names: in full, as is common (浙江杭州), or by a part of a name that no province has. */
export function isInRegion(value: string, name: string, code: string): boolean {
  if (/^\d{6}$/.test(value)) return liesWithin(code, value);
  if (value === '') return false;
  const [province = [], ...below] = splitRegion(name).map((part) =>
    listCommonNames(part).map(foldText),
  );
  if (isProvinceName(value)) return province.some((own) => own.includes(value));
  const names = below.reduce(
    (above, part) => above.flatMap((start) => part.map((own) => start + own)),
    province,
  );
  return names.some((full) => full.includes(value));
}

/** A name that a document has whole stands for itself; another for all names that it is part of. */
function restrictIssuers(values: readonly string[], sources: FilterSources): Restriction {
  const names = listIssuers(sources);
  const wanted = values.flatMap((value) => findIssuers(value, names, sources));
  const accepted = new Set(wanted);
  return restrictDocuments((segment, document) =>
    readDocument(segment, document).issuer.some((name) => accepted.has(foldText(name))),
  );
}

/** The names of issuers, folded. */
export function listIssuers({ values }: FilterSources): readonly string[] {
  return values.list('issuer').map(({ value }) => foldText(value));
}

/** The folded names that a value stands for: the one that is it, else those that hold it, else those that its synonyms stand for. */
export function findIssuers(
  value: string,
  names: readonly string[],
  { synonyms }: FilterSources,
): readonly string[] {
  const folded = foldText(value);
  if (folded === '') return [];
  const own = matchIssuers(folded, names);
  if (own.length > 0) return own;
  const [match] = synonyms?.find(folded) ?? [];
  if (match?.start !== 0 || match.end !== folded.length) return [];
  return match.alternatives.flatMap(({ text }) => matchIssuers(text, names));
}

function matchIssuers(folded: string, names: readonly string[]): readonly string[] {
  if (names.includes(folded)) return [folded];
  return names.filter((name) => name.includes(folded));
}

function restrictYears(ranges: readonly YearRange[]): Restriction {
  return restrictDocuments((segment, document) => {
    const issuedOn = readAttribute(segment, document, 'issuedOn');
    return issuedOn !== undefined && isInYears(Number(issuedOn.slice(0, 4)), ranges);
  });
}

/** Whether a year lies in one of the ranges. */
export function isInYears(year: number, ranges: readonly YearRange[]): boolean {
  return ranges.some(
    ({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }) =>
      year >= from && year <= to,
  );
}
