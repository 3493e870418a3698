/**
 * Finds where a text says who answers for what: brackets, labelled lines, clauses.
 *
 * @module
 */
import { findBracketNotes } from './bracket-notes';
import { findClauses } from './clause-notes';
import { findLabelledLines } from './labelled-notes';
import type { RoleNote } from './role-note';

/** The notes of a folded text, by position. Linear. */
export function findRoleNotes(text: string): readonly RoleNote[] {
  const brackets = findBracketNotes(text);
  const taken = addApart(brackets, findLabelledLines(text));
  return addApart(taken, findClauses(text));
}

/** Both lists by position; of the second, what touches nothing of the first. Linear. */
function addApart(notes: readonly RoleNote[], others: readonly RoleNote[]): readonly RoleNote[] {
  let next = 0;
  const apart = others.filter(({ start, end }) => {
    while ((notes[next]?.end ?? Infinity) <= start) next += 1;
    return (notes[next]?.start ?? Infinity) >= end;
  });
  return [...notes, ...apart].sort((a, b) => a.start - b.start);
}
