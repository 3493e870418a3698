/**
 * Corrections of values that filters ask for.
 *
 * @module
 */
import { foldText } from '../analyze-text';
import { countEdits } from '../count-edits';
import type { FieldValues } from '../field-values';
import { listUnknownValues } from '../notices';
import type { FilterClause, FilterField } from '../query';
import type { CorrectedQuery, Correction, CorrectionParts } from './correct-query';
import { soundsLike } from './pinyin';

/** Shorter values have too many neighbours: what replaces a character has to sound alike. */
const MIN_LENGTH = 3;
/** From this length on two edits are allowed. */
const LONG_LENGTH = 6;

/** A filter whose values, where no passage has them, are replaced by the nearest that there are; undefined where none is near. Years are left alone. */
export function correctFilter(
  clause: FilterClause,
  parts: CorrectionParts,
): CorrectedQuery | undefined {
  const { field } = clause;
  if (field === 'year') return undefined;
  const corrections: Correction[] = [];
  const values = clause.values.map((value) => {
    const isKnown = listUnknownValues({ field, values: [value] }, parts).length === 0;
    const nearest = isKnown ? undefined : findNearest(field, value, parts);
    if (nearest === undefined) return value;
    corrections.push(Object.freeze({ from: value, ...nearest }));
    return nearest.to;
  });
  const written = writeValues(values);
  if (corrections.length === 0 || written === undefined) return undefined;
  return { text: `${field}:${written}`, corrections };
}

/** Values as they are typed behind a colon; undefined where they cannot be: in quotes there is one. */
function writeValues(values: readonly string[]): string | undefined {
  if (!values.some((value) => /[\s,，、]/.test(value))) return values.join(',');
  return values.length === 1 ? `"${values.join('')}"` : undefined;
}

type Found = Pick<Correction, 'to' | 'count'>;

interface Candidate extends Found {
  readonly edits: number;
  /** Whether it is but a part of a name. */
  readonly isPart: boolean;
}

function findNearest(
  field: Exclude<FilterField, 'year'>,
  value: string,
  parts: CorrectionParts,
): Found | undefined {
  const candidates = listCandidates(field, value, parts).sort(
    (a, b) =>
      a.edits - b.edits ||
      Number(a.isPart) - Number(b.isPart) ||
      b.count - a.count ||
      (a.to < b.to ? -1 : 1),
  );
  const [first, second] = candidates;
  // Codes are all alike: of two that are equally near, neither is meant more.
  const isTie = (field === 'task' || field === 'action') && first?.edits === second?.edits;
  return first === undefined || isTie ? undefined : { to: first.to, count: first.count };
}

function listCandidates(
  field: Exclude<FilterField, 'year'>,
  value: string,
  { values, pinyin }: CorrectionParts,
): Candidate[] {
  const isName = field === 'region' || field === 'issuer';
  return listNames(field, values).flatMap(({ value: name, count }) => {
    const limit = value.length < LONG_LENGTH ? 1 : 2;
    const isLong = value.length >= MIN_LENGTH || !isName;
    const edits = isLong ? countEdits(value, name, limit) : limit + 1;
    const whole =
      edits <= limit && edits < value.length ? [{ to: name, count, edits, isPart: false }] : [];
    if (!isName) return whole;
    const near = listParts(foldText(value), name);
    return [...whole, ...near.map((to) => ({ to, count, edits: 1, isPart: true }))];
  });

  /** The parts of a name, as long as what was typed, that differ from it in one character. */
  function listParts(typed: string, name: string): readonly string[] {
    const parts: string[] = [];
    for (let at = 0; at + typed.length <= name.length; at++) {
      const part = name.slice(at, at + typed.length);
      const places = [...typed].flatMap((_, index) => (typed[index] === part[index] ? [] : index));
      const [place] = places;
      if (place === undefined || places.length > 1) continue;
      const sounds =
        pinyin !== undefined && soundsLike(typed.charAt(place), part.charAt(place), pinyin);
      if (sounds || typed.length >= MIN_LENGTH) parts.push(part);
    }
    return parts;
  }
}

function listNames(
  field: Exclude<FilterField, 'year'>,
  values: FieldValues,
): ReturnType<FieldValues['list']> {
  if (field === 'task' || field === 'action')
    return [...values.list('task'), ...values.list('action')];
  return values.list(field);
}
