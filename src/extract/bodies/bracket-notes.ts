/**
 * Finds brackets that say who answers for what stands before them: (省发展改革委牵头,各市配合).
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { splitList } from './body-lists';
import { readLabelled } from './labelled-notes';
import { readRoles } from './role-lists';
import { LONGEST_NOTE, type NamedBody, type RoleNote } from './role-note';

/** The notes in brackets, by position. Linear. */
export function findBracketNotes(text: string): readonly RoleNote[] {
  const notes: RoleNote[] = [];
  let at = text.indexOf('(');
  while (at !== -1) {
    const end = findBracketEnd(text, at);
    const bodies = end === undefined ? [] : readNote(text, at, end);
    if (end === undefined || bodies.length === 0) at = text.indexOf('(', at + 1);
    else {
      notes.push({ start: at, end, place: 'before', bodies });
      at = text.indexOf('(', end);
    }
  }
  return notes;
}

function findBracketEnd(text: string, start: number): number | undefined {
  let depth = 0;
  const limit = Math.min(text.length, start + LONGEST_NOTE);
  for (let at = start; at < limit; at += 1) {
    const mark = text.charAt(at);
    if (mark === '(') depth += 1;
    else if (mark === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function readNote(text: string, start: number, end: number): readonly NamedBody[] {
  const inner = text.slice(start + 1, end - 1);
  if (inner.length < 3) return [];
  const labelled = readLabelled(inner, start + 1);
  if (labelled.length > 0) return labelled;
  const { bodies, others, marked } = readRoles(splitList(inner, start + 1), 'responsible');
  if (marked) return bodies;
  const closes = end >= text.length || /[。;\n]/.test(text.charAt(end));
  const follows = start === 0 || /[。;:\n)]/.test(text.charAt(start - 1));
  return others === 0 && (closes || follows) && bodies.some(isCertain) ? bodies : [];
}

/** Names that are those of bodies and nothing else. */
function isCertain({ item }: NamedBody): boolean {
  return /(?:委|厅|局|政府|部门|单位|办公室|办公厅|网信办|管委会|部|(?:地|州|市)区|区县)$/.test(
    item.text,
  );
}
