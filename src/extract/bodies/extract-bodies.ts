/**
 * Extracts the bodies that a document makes responsible, each bound to what it answers for.
 *
 * @module
 */
import type { Passage, PassageId, PolicyDocument } from '../../document';
import type { Span } from '../../text';
import { type PassageReading, readPassages, readSpan } from '../passage-reading';
import { isCollectiveName, normalizeBodyName } from './body-names';
import { describePlace, isNationalList } from './body-places';
import { inheritPlace } from './inherit-place';
import type { ResponsibleBody } from './model';
import { readBodyList } from './role-lists';
import type { RoleNote } from './role-note';
import { findRoleNotes } from './role-notes';
import { type RoleColumns, type RoleRow, readRoleColumns, readRoleRow } from './role-tables';

/**
 * The bodies that a document makes responsible for something, in reading order, each with its role, its name in the common form, and what it answers for.
 *
 * Read are brackets (（省发展改革委、省大数据局牵头，各市按职责分工负责）), labelled lines (责任单位：…) and clauses (由市教育局会同市财政局…, 国家网信部门负责…), and tables with a column 责任单位, as readers give them. A
 * bracket or line answers for what stands before it, back to the note before; one that stands alone, for the passages before it under the same heading. A name without
 * its place takes it from the name before it. Pure and deterministic; linear in the text.
 *
 * @example
 * extractBodies(parseDocument('一、任务\n推进数据共享。（省发改委牵头）', { id: 'd' })).map(({ name, role }) => [name, role]) // => [['省发展改革委', 'lead']]
 */
export function extractBodies(document: PolicyDocument): readonly ResponsibleBody[] {
  const readings = readPassages(document);
  let free = 0;
  let table: RoleColumns | undefined;
  let firstLeads = false;
  const bodies = readings.flatMap((reading, index): readonly ResponsibleBody[] => {
    const head = readRoleColumns(reading.passage);
    const row =
      head === undefined && table !== undefined ? readRoleRow(reading.passage, table) : undefined;
    table = head ?? (row === undefined ? undefined : table);
    if (head !== undefined || row !== undefined) free = index + 1;
    if (row !== undefined) return describeRow(row, reading, document);
    const notes = findRoleNotes(reading.text);
    let from = 0;
    const found = notes.flatMap((note) => {
      const task = findTask(note, from, { document, index, free, reading });
      if (note.place === 'before') from = note.end;
      const words = reading.text.slice(note.start, note.end);
      const led = firstLeads || FIRST_LEADS.test(words) ? nameFirstLead(note) : note;
      firstLeads ||= FIRST_LEADS.test(words) && words.includes('下同');
      return describeNote(led, task, reading, document);
    });
    if (notes.some(({ place }) => place === 'before')) free = index + 1;
    return found;
  });
  return Object.freeze(bodies);
}

/** 列第一位者为牵头部门,下同. */
const FIRST_LEADS = /第一位的?(?:者|单位|部门)?(?:的)?[为是]牵头/;

/** A note whose first body leads, where the note itself gives all of several one role. */
function nameFirstLead(note: RoleNote): RoleNote {
  const [first, ...others] = note.bodies;
  const even = note.place === 'before' && note.bodies.every(({ role }) => role === 'responsible');
  if (first === undefined || others.length === 0 || !even) return note;
  return { ...note, bodies: [{ ...first, role: 'lead' }, ...others] };
}

/** The bodies of a row of a table; what the row says without them is what they answer for. */
function describeRow(
  { task, cells }: RoleRow,
  { passage }: PassageReading,
  document: PolicyDocument,
): readonly ResponsibleBody[] {
  const named = { span: task ?? passage.span, passageIds: Object.freeze([passage.id]) };
  return cells.flatMap(({ span, role }) => {
    const reading = { passage, ...readSpan(document.source, span) };
    const bodies = readBodyList(reading.text, role);
    const note = { start: 0, end: reading.text.length, place: 'before', bodies } as const;
    return describeNote(note, named, reading, document);
  });
}

interface Task {
  readonly span: Span;
  readonly passageIds: readonly PassageId[];
}

interface Surroundings {
  readonly document: PolicyDocument;
  /** Of the passage with the note. */
  readonly index: number;
  /** First passage that no note has claimed. */
  readonly free: number;
  readonly reading: PassageReading;
}

/** How far a sentence is followed on either side of a note, in code units. */
const LONGEST_SENTENCE = 300;
const SENTENCE_END = /[。;!?\n]/;

/** What a note is about. `from` is where the note before it in the passage ends. */
function findTask(note: RoleNote, from: number, surroundings: Surroundings): Task {
  const { reading } = surroundings;
  if (note.place === 'around') return describeTask(reading, ...findSentence(reading.text, note));
  const words = reading.text.slice(from, note.start);
  if (/[\u4e00-\u9fff]{4}/.test(words)) {
    const start = from + words.search(/[^。;,、\s]/);
    return describeTask(reading, start, note.start);
  }
  return findTaskBefore(surroundings);
}

function describeTask({ passage, locate }: PassageReading, start: number, end: number): Task {
  return { span: locate(start, end), passageIds: Object.freeze([passage.id]) };
}

function findSentence(text: string, { start, end }: RoleNote): [number, number] {
  let from = start;
  while (from > Math.max(0, start - LONGEST_SENTENCE) && !SENTENCE_END.test(text.charAt(from - 1)))
    from -= 1;
  let to = end;
  while (to < Math.min(text.length, end + LONGEST_SENTENCE) && !SENTENCE_END.test(text.charAt(to)))
    to += 1;
  return [from, to];
}

/** Most passages that one note answers for. */
const MAX_TASK_PASSAGES = 40;

/** The passages before a note that stands alone: those under the same heading that no other note has claimed, or the last one at least. */
function findTaskBefore({ document, index, free, reading }: Surroundings): Task {
  const { passages } = document;
  const path = reading.passage.headingPath.join('\n');
  const claimed: Passage[] = [];
  for (let i = index - 1; i >= Math.max(free, index - MAX_TASK_PASSAGES); i -= 1) {
    const before = passages[i];
    if (before?.headingPath.join('\n') !== path) break;
    claimed.unshift(before);
  }
  const first = claimed[0];
  const last = claimed.at(-1);
  if (first === undefined || last === undefined) return describeHeading(reading);
  return {
    span: Object.freeze({ start: first.span.start, end: last.span.end }),
    passageIds: Object.freeze(claimed.map(({ id }) => id)),
  };
}

/** A note right under its heading is about the heading. */
function describeHeading({ passage }: PassageReading): Task {
  return {
    span: passage.headingSpans.at(-1) ?? passage.span,
    passageIds: Object.freeze([passage.id]),
  };
}

function describeNote(
  note: RoleNote,
  task: Task,
  { passage, locate, text }: PassageReading,
  document: PolicyDocument,
): readonly ResponsibleBody[] {
  const noteSpan = locate(note.start, note.end);
  const names = nameBodies(note, document);
  const national = isNationalList(names, document);
  return note.bodies.map(({ item, role }, i) => {
    const name = names[i] ?? item.text;
    return Object.freeze({
      name,
      written: text.slice(item.start, item.end),
      span: locate(item.start, item.end),
      role,
      ...describePlace(name, document, national),
      collective: isCollectiveName(item.text),
      passageId: passage.id,
      noteSpan,
      taskSpan: task.span,
      taskPassageIds: task.passageIds,
    });
  });
}

/** The names of the bodies of a note in the common form, with the places that they leave out. */
function nameBodies({ bodies }: RoleNote, document: PolicyDocument): readonly string[] {
  const before: string[] = [];
  return bodies.map(({ item: { text } }) => {
    if (isCollectiveName(text)) return text;
    const name = inheritPlace(normalizeBodyName(text), before, document);
    before.push(name);
    return name;
  });
}
