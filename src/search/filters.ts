/**
 * Turns filters, from the options or typed in the query, into restrictions.
 *
 * @module
 */
import { foldText } from './analyze-text';
import type { IndexSegment } from './index-segment';
import type { SearchExclusion, SearchFilter, YearRange } from './model';
import { findOrdinals } from './passage-ids';
import type { FilterClause } from './query';
import { countDocuments, readAttribute, readDocument } from './read-stored';
import type { Restriction } from './restriction';

/** The restrictions of a filter: one a field. */
export function readFilter(
  filter: SearchFilter,
  segments: readonly IndexSegment[],
): readonly Restriction[] {
  const { year } = filter;
  const restrictions: Restriction[] = [];
  for (const field of ['task', 'action', 'region', 'issuer', 'genre'] as const) {
    const values = filter[field];
    if (values !== undefined) restrictions.push(restrictField(field, values, segments));
  }
  if (filter.document !== undefined) {
    restrictions.push(restrictField('doc', filter.document, segments));
  }
  if (year !== undefined) {
    const ranges = year.map((entry) =>
      typeof entry === 'number' ? { from: entry, to: entry } : entry,
    );
    restrictions.push(restrictYears(ranges));
  }
  return restrictions;
}

/** The restrictions that leave documents and passages out. */
export function readExclusion(
  { document, passage }: SearchExclusion,
  segments: readonly IndexSegment[],
): readonly Restriction[] {
  const excluded: Restriction[] = [];
  if (document !== undefined) excluded.push(restrictField('doc', document, segments));
  if (passage !== undefined) {
    const matches = segments.map((segment) => findOrdinals(segment, passage));
    excluded.push({ kind: 'passages', matches });
  }
  return excluded.map((restriction) => ({ kind: 'not', restriction }));
}

/** The restrictions of filters typed in a query: those of one field are alternatives. */
export function readFilterClauses(
  clauses: readonly FilterClause[],
  segments: readonly IndexSegment[],
): readonly Restriction[] {
  const byField = new Map<string, Restriction[]>();
  for (const clause of clauses) {
    const restrictions = byField.get(clause.field) ?? [];
    restrictions.push(readFilterClause(clause, segments));
    byField.set(clause.field, restrictions);
  }
  return [...byField.values()].map((restrictions) => ({ kind: 'any', restrictions }));
}

/** The restriction of one filter typed in a query. */
export function readFilterClause(
  clause: FilterClause,
  segments: readonly IndexSegment[],
): Restriction {
  if (clause.field === 'year') return restrictYears(clause.ranges);
  return restrictField(clause.field, clause.values, segments);
}

type ValueField = Exclude<FilterClause['field'], 'year'>;

function restrictField(
  field: ValueField,
  values: readonly string[],
  segments: readonly IndexSegment[],
): Restriction {
  switch (field) {
    case 'task':
    case 'action':
      return { kind: 'tag', codes: new Set(values.flatMap((code) => [code, code.toUpperCase()])) };
    case 'doc':
      return restrictDocuments((segment, document) =>
        values.includes(readAttribute(segment, document, 'id') ?? ''),
      );
    case 'genre':
      return restrictDocuments((segment, document) =>
        values.includes(readAttribute(segment, document, 'genre') ?? ''),
      );
    case 'region':
      return restrictRegions(values.map(foldText));
    case 'issuer':
      return restrictIssuers(values.map(foldText), segments);
  }
}

function restrictDocuments(
  test: (segment: IndexSegment, document: number) => boolean,
): Restriction {
  return { kind: 'document', test };
}

/** By name or part of a name; by code, where a code that ends in 00 stands for all that lies inside. */
function restrictRegions(values: readonly string[]): Restriction {
  const prefixes = values
    .filter((value) => /^\d{6}$/.test(value))
    .map((code) => code.replace(/(?:00){1,2}$/, ''));
  const names = values.filter((value) => value !== '' && !/^\d{6}$/.test(value));
  return restrictDocuments((segment, document) => {
    const name = foldText(readAttribute(segment, document, 'regionName') ?? '');
    const code = readAttribute(segment, document, 'regionCode') ?? '';
    return (
      names.some((part) => name.includes(part)) || prefixes.some((part) => code.startsWith(part))
    );
  });
}

/** A name that a document has whole stands for itself; another for all names that it is part of. */
function restrictIssuers(
  values: readonly string[],
  segments: readonly IndexSegment[],
): Restriction {
  const names = new Set(segments.flatMap(listIssuers));
  const exact = new Set(values.filter((value) => names.has(value)));
  const parts = values.filter((value) => value !== '' && !exact.has(value));
  return restrictDocuments((segment, document) =>
    readDocument(segment, document)
      .issuer.map(foldText)
      .some((name) => exact.has(name) || parts.some((part) => name.includes(part))),
  );
}

function listIssuers(segment: IndexSegment): readonly string[] {
  return Array.from({ length: countDocuments(segment) }, (_, document) =>
    readDocument(segment, document).issuer.map(foldText),
  ).flat();
}

function restrictYears(ranges: readonly YearRange[]): Restriction {
  return restrictDocuments((segment, document) => {
    const issuedOn = readAttribute(segment, document, 'issuedOn');
    if (issuedOn === undefined) return false;
    const year = Number(issuedOn.slice(0, 4));
    return ranges.some(
      ({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }) =>
        year >= from && year <= to,
    );
  });
}
