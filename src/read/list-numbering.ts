/**
 * createListNumbering: computes the numbers of automatically numbered paragraphs, as docx and doc define them.
 *
 * @module
 */
import { formatListNumber } from './number-formats';

/** One level of a list. */
export interface ListLevel {
  readonly start: number;
  /** Name of the format in ECMA-376; `bullet` for no number. */
  readonly format: string;
  /** Text with `%1` to `%9` in place of the numbers of the levels. */
  readonly text: string;
  /** What comes between number and paragraph. */
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** Whether numbers of outer levels are shown as decimals. */
  readonly isLegal: boolean;
  /** The style whose paragraphs stand on this level. */
  readonly styleId?: string | undefined;
  /** Whether the level counts on when an outer one advances. */
  readonly countsOn?: boolean;
}

/** A list that paragraphs refer to. Lists of one `counterId` count on from one another. */
export interface ListDefinition {
  readonly counterId: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** Numbers that levels begin at when this list is first met. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** Gives numbers to paragraphs, in the order of the document. */
export interface ListNumbering {
  /** The number of the next paragraph of a list and what comes after it, `（一）` or `1. `; empty for a bullet or where the list has no such level. */
  next(listId: string, level: number): string;
}

/** Most levels of a list. */
const MAX_LEVELS = 9;

/** Numbering that begins at the start of a document. Each call is constant time. */
export function createListNumbering(lists: ReadonlyMap<string, ListDefinition>): ListNumbering {
  const counters = new Map<string, (number | undefined)[]>();
  const met = new Set<string>();
  return {
    next: (listId, level) => {
      const list = lists.get(listId);
      const definition = list?.levels[level];
      if (list === undefined || definition === undefined || level >= MAX_LEVELS) return '';
      const counts = counters.get(list.counterId) ?? [];
      counters.set(list.counterId, counts);
      const key = `${listId}/${String(level)}`;
      const override = met.has(key) ? undefined : list.startOverrides.get(level);
      met.add(key);
      const last = counts[level];
      counts[level] = override ?? (last === undefined ? definition.start : last + 1);
      for (let deeper = level + 1; deeper < MAX_LEVELS; deeper += 1) {
        if (list.levels[deeper]?.countsOn !== true) counts[deeper] = undefined;
      }
      return definition.format === 'bullet' ? '' : renderLevel(list, definition, counts);
    },
  };
}

function renderLevel(
  { levels }: ListDefinition,
  definition: ListLevel,
  counts: (number | undefined)[],
): string {
  const number = definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const level = levels[index];
    // An outer level that was never met counts as begun.
    const count = counts[index] ?? level?.start ?? 1;
    counts[index] ??= count;
    const isLegal = definition.isLegal && level !== definition;
    return formatListNumber(count, isLegal ? 'decimal' : (level?.format ?? 'decimal'));
  });
  if (number === '') return '';
  return definition.suffix === 'nothing' || /[、）．。：]$/.test(number) ? number : `${number} `;
}
