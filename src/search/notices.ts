/**
 * What the reader of a result has to know: values and numbers that the index does not have, and what filters left out for lack of a
 * value.
 *
 * @module
 */
import { foldText } from './analyze-text';
import { flagMatches } from './collect-matches';
import { countEdits } from './count-edits';
import type { ValuedField } from './facets';
import type { FieldValues } from './field-values';
import {
  type FieldFilter,
  type FilterSources,
  findIssuers,
  isInRegion,
  isInYears,
  listCodes,
  listIssuers,
} from './filters';
import type { LackingNotice, UnknownNumberNotice, UnknownValueNotice, YearRange } from './model';
import type { SearchPlan } from './plan-query';
import type { FilterField } from './query';
import type { RankingContext } from './ranking-context';
import { readAttribute, readDocument } from './read-stored';
import { flagAllowed, type Restriction } from './restriction';

/** Most values that a notice names. */
const MAX_KNOWN = 8;
/** Most years and codes, which are short and have an order. */
const MAX_ORDERED = 40;
/** Most numbers that a notice names. */
const MAX_SIMILAR = 3;
/** Furthest number that is like another. */
const MAX_EDITS = 2;

/** A notice for every value that no live passage has. O(values asked for × values there are). */
export function listUnknownValues(
  filter: FieldFilter,
  sources: FilterSources,
): readonly UnknownValueNotice[] {
  const { field } = filter;
  const unknown =
    filter.field === 'year'
      ? filter.ranges.filter((range) => !hasYear(range, sources.values)).map(writeRange)
      : listUnknown(filter.field, filter.values, sources);
  if (unknown.length === 0) return [];
  const all = sources.values.list(field).map(({ value }) => value);
  const known = listKnown(field, all);
  const more = all.length - known.length;
  return unknown.map((value) => ({ kind: 'unknown-value', field, value, known, more }));
}

function listUnknown(
  field: Exclude<FilterField, 'year'>,
  asked: readonly string[],
  sources: FilterSources,
): readonly string[] {
  const listOf = (name: ValuedField): string[] =>
    sources.values.list(name).map(({ value }) => value);
  switch (field) {
    case 'task':
    case 'action': {
      const codes = new Set([...listOf('task'), ...listOf('action')]);
      return asked.filter((value) => !listCodes(value).some((code) => codes.has(code)));
    }
    case 'doc':
    case 'genre': {
      const known = new Set(listOf(field));
      return asked.filter((value) => !known.has(value));
    }
    case 'region': {
      const names = listOf('region');
      const codes = listOf('regionCode');
      const isKnown = (folded: string): boolean =>
        names.some((name) => isInRegion(folded, name, '')) ||
        codes.some((code) => isInRegion(folded, '', code));
      return asked.filter((value) => !isKnown(foldText(value)));
    }
    case 'issuer': {
      const names = listIssuers(sources);
      return asked.filter((value) => findIssuers(value, names, sources).length === 0);
    }
  }
}

function hasYear(range: YearRange, values: FieldValues): boolean {
  return values.list('year').some(({ value }) => isInYears(Number(value), [range]));
}

function writeRange({ from, to }: YearRange): string {
  return from === to ? String(from) : `${String(from ?? '')}..${String(to ?? '')}`;
}

/** The values that a notice names, of all by count. */
function listKnown(field: FilterField, all: readonly string[]): readonly string[] {
  switch (field) {
    case 'doc':
      return [];
    case 'year':
      return all.toSorted().slice(-MAX_ORDERED);
    case 'task':
    case 'action':
      return all.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MAX_ORDERED);
    case 'region':
    case 'issuer':
    case 'genre':
      return all.slice(0, MAX_KNOWN);
  }
}

/** The notice for a number that no document has. O(numbers). */
export function createNumberNotice(
  number: string,
  citations: number,
  values: FieldValues,
): UnknownNumberNotice {
  const similar = values
    .list('documentNumber')
    .map(({ value }) => ({ value, edits: countEdits(number, value, MAX_EDITS) }))
    .filter(({ edits }) => edits <= MAX_EDITS)
    .sort((a, b) => a.edits - b.edits || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_SIMILAR)
    .map(({ value }) => value);
  return { kind: 'unknown-number', number, citations, similar };
}

type LackingField = LackingNotice['field'];

/**
 * A notice for every filtered field that passages which match all else lack. O(postings + passages) for each such field.
 *
 * @param restrictions what passages have to fulfil beside the filters of the plan
 */
export function listLacking(
  plan: SearchPlan,
  restrictions: readonly Restriction[],
  context: RankingContext,
): readonly LackingNotice[] {
  const fields = new Set(plan.filters.map(({ field }) => field));
  return (['region', 'issuer', 'genre', 'year'] as const)
    .filter((field) => fields.has(field))
    .map((field) => countLacking(field, plan, restrictions, context))
    .filter(({ passages }) => passages > 0);
}

function countLacking(
  field: LackingField,
  plan: SearchPlan,
  restrictions: readonly Restriction[],
  { views }: RankingContext,
): LackingNotice {
  const others = plan.filters.filter((filter) => filter.field !== field);
  const wanted: readonly Restriction[] = [
    lack(field),
    ...restrictions,
    ...others.map(({ restriction }) => restriction),
  ];
  const documents = new Set<string>();
  let passages = 0;
  views.forEach((view, number) => {
    const { segment } = view.live;
    if (flagAllowed([lack(field)], segment, number)?.includes(1) !== true) return;
    const flags = flagMatches(view, number, plan, flagAllowed(wanted, segment, number));
    flags.forEach((flag, ordinal) => {
      if (flag !== 1) return;
      passages += 1;
      const document = segment.passages.documents[ordinal] ?? 0;
      documents.add(readAttribute(segment, document, 'id') ?? '');
    });
  });
  return { kind: 'lacking', field, passages, documents: documents.size };
}

const ATTRIBUTES = { region: 'regionName', genre: 'genre', year: 'issuedOn' } as const;

/** That a document has no value in a field. */
function lack(field: LackingField): Restriction {
  return {
    kind: 'document',
    test: (segment, document) =>
      field === 'issuer'
        ? readDocument(segment, document).issuer.length === 0
        : readAttribute(segment, document, ATTRIBUTES[field]) === undefined,
  };
}
