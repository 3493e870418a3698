/**
 * Finds where a text says who answers for what: brackets, labelled lines, clauses.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { type ListItem, splitList } from './body-lists';
import { isBodyName } from './body-names';
import type { ResponsibilityRole } from './model';

/** A body named in a note, before its name is read. */
export interface NamedBody {
  readonly item: ListItem;
  readonly role: ResponsibilityRole;
}

/** A stretch of text that names who is responsible. */
export interface RoleNote {
  readonly start: number;
  readonly end: number;
  /** Where what they answer for stands: before the note, or (in a clause) around it. */
  readonly place: 'before' | 'around';
  readonly bodies: readonly NamedBody[];
}

/** What ends an entry and says the role of it and of the entries before. */
const ROLE_ENDS: readonly (readonly [RegExp, ResponsibilityRole])[] = [
  [
    /(?:等(?:部门|单位)?)?(?:共同|联合|负责)?(?:牵头(?:负责|实施|推进|组织实施|落实|抓总)?|总牵头|主办)$/,
    'lead',
  ],
  [
    /(?:等(?:部门|单位)?)?(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?)?(?:共同)?(?:积极)?(?:配合|协助|协同|协办|参与|参加|支持)$/,
    'support',
  ],
  [
    /(?:等(?:部门|单位)?)?(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?)?(?:具体)?(?:分工|分别|共同|组织)?(?:负责)?(?:落实|推进|实施|组织实施|负责)$/,
    'responsible',
  ],
];
const LABEL =
  /(?:第一|主要|具体|主体)?(牵头|责任|负责|主办|主责|配合|协办|协同|参与|协助|参加|实施|承办|落实|主管|支持)(?:单位|部门|处室|科室|机构|主体)(?:及分工|名单)?:/g;
const LABEL_ROLES: Readonly<Record<string, ResponsibilityRole>> = {
  牵头: 'lead',
  主办: 'lead',
  主责: 'lead',
  配合: 'support',
  协办: 'support',
  协同: 'support',
  参与: 'support',
  协助: 'support',
  参加: 'support',
  支持: 'support',
};

/** The role of a column of a table by its folded head: 责任单位, 牵头部门; undefined where it is of something else. */
export function readColumnRole(head: string): ResponsibilityRole | undefined {
  const label = `${head.replace(/\s/g, '')}:`;
  const [match] = label.matchAll(LABEL);
  return match?.[0] === label ? roleOfLabel(match) : undefined;
}

function roleOfLabel(label: RegExpExecArray): ResponsibilityRole {
  return LABEL_ROLES[label[1] ?? ''] ?? (label[0].startsWith('第一') ? 'lead' : 'responsible');
}

/** The bodies that a folded cell or list names. */
export function readBodyList(text: string, role: ResponsibilityRole): readonly NamedBody[] {
  return readRoles(splitList(text, 0), role).bodies;
}

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

/** Longest bracket that is read as a note, in code units. */
const LONGEST_NOTE = 600;

function findBracketNotes(text: string): readonly RoleNote[] {
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

interface ReadRoles {
  readonly bodies: readonly NamedBody[];
  /** How many entries name no body. */
  readonly others: number;
  /** Whether any entry says a role. */
  readonly marked: boolean;
}

/** Gives every body of a list the role that the next role word says. */
function readRoles(items: readonly ListItem[], fallback: ResponsibilityRole): ReadRoles {
  const bodies: NamedBody[] = [];
  let pending: ListItem[] = [];
  let others = 0;
  let marked = false;
  const settle = (role: ResponsibilityRole): void => {
    bodies.push(...pending.map((item) => ({ item, role })));
    pending = [];
  };
  for (const item of items) {
    const parts = splitJoint(item);
    const ended = readRoleEnd(parts.at(-1) ?? item);
    for (const part of parts.slice(0, -1)) {
      pending.push(part);
      settle('lead');
      marked = true;
    }
    const name = trimName(ended?.item ?? parts.at(-1) ?? item);
    if (isBodyName(name.text)) pending.push(name);
    else if (name.text !== '') others += 1;
    if (ended === undefined || (pending.length === 0 && name.text !== '')) continue;
    marked ||= pending.length > 0 || bodies.length > 0;
    settle(ended.role);
  }
  settle(fallback);
  return { bodies, others, marked };
}

/** A会同B: two entries in one. */
function splitJoint(item: ListItem): readonly ListItem[] {
  const at = item.text.indexOf('会同');
  if (at === -1) return [item];
  const first = { ...item, end: item.start + at, text: item.text.slice(0, at) };
  const rest = { ...item, start: item.start + at + 2, text: item.text.slice(at + 2) };
  return at === 0 ? [rest] : isBodyName(first.text) ? [first, rest] : [item];
}

function readRoleEnd(
  item: ListItem,
): { readonly item: ListItem; readonly role: ResponsibilityRole } | undefined {
  for (const [pattern, role] of ROLE_ENDS) {
    const match = pattern.exec(item.text);
    if (match === null) continue;
    const text = item.text.slice(0, match.index);
    return { item: { ...item, end: item.start + text.length, text }, role };
  }
  return undefined;
}

/** A name without what stands around it: 由, 等, 等部门. */
function trimName({ start, text }: ListItem): ListItem {
  const lead = /^(?:由|请|及|以及|并|和|会同|与)+/.exec(text)?.[0].length ?? 0;
  const bare = text.slice(lead).replace(/(?:等(?:有关|相关)?(?:单位|\d{0,2}个?部门)?|:)$/, '');
  return { start: start + lead, end: start + lead + bare.length, text: bare };
}

function readLabelled(text: string, offset: number): readonly NamedBody[] {
  const labels = [...text.matchAll(LABEL)];
  return labels.flatMap((label, index) => {
    const from = label.index + label[0].length;
    const until = labels[index + 1]?.index ?? text.length;
    const stop = text.slice(from, until).search(/[。;\n]|(?:完成|责任)(?:时限|时间|领导|人)/);
    const list = text.slice(from, stop === -1 ? until : from + stop);
    return readRoles(splitList(list, offset + from), roleOfLabel(label)).bodies;
  });
}

/** 责任单位:省委网信办、省公安厅 in running text, to the end of the line or sentence. */
function findLabelledLines(text: string): readonly RoleNote[] {
  const notes: RoleNote[] = [];
  let end = 0;
  for (const label of text.matchAll(LABEL)) {
    if (label.index < end) continue;
    const rest = text.slice(label.index, label.index + LONGEST_NOTE);
    const stop =
      /[。\n](?!\s?(?:牵头|责任|配合|协办|参与)(?:单位|部门))/.exec(rest)?.index ?? rest.length;
    const bodies = readLabelled(rest.slice(0, stop), label.index);
    end = label.index + stop;
    if (bodies.length > 0) notes.push({ start: label.index, end, place: 'before', bodies });
  }
  return notes;
}

/** Verbs of a clause that says who does something, after the names. */
const CLAUSE_VERB =
  /(?:(?:应当|要|应)(?:(?:根据|依据|按照)[^。;]{1,30}?)?(?:牵头|会同)|牵头|会同|(?:(?:依照|依据|按照|根据)[^。;]{1,40}?,?|(?:依托|在|是)[^。;,]{1,40}?,?)?(?:依法|具体|主要|统筹|统一|分别)?(?:(?<!直接)负责(?!人)|牵头))/g;
/** Longest run of names before the verb, in code units. */
const LONGEST_SUBJECT = 80;

function findClauses(text: string): readonly RoleNote[] {
  const notes: RoleNote[] = [];
  let from = 0;
  for (const match of text.matchAll(CLAUSE_VERB)) {
    const [verb] = match;
    const subject = readVerbSubject(text, from, match);
    if (subject.length === 0) continue;
    const role = verb.endsWith('负责') ? 'responsible' : 'lead';
    const partners =
      verb === '负责'
        ? undefined
        : readPartners(text, match.index + (verb.endsWith('会同') ? verb.length - 2 : verb.length));
    from = partners?.end ?? match.index + verb.length;
    const bodies = [
      ...subject.map((item) => ({ item, role }) as const),
      ...(partners?.bodies ?? []),
    ];
    notes.push({ start: subject[0]?.start ?? match.index, end: from, place: 'around', bodies });
  }
  return notes;
}

/** Length of the verb itself without what it begins with: 负责, 牵头, 会同. */
const BARE_VERB = 2;

/** The bodies before a verb with what it begins with; where none stand there, before the bare verb: 根据部署,市公安局负责. */
function readVerbSubject(
  text: string,
  from: number,
  { 0: verb, index }: RegExpExecArray,
): readonly ListItem[] {
  const subject = readSubject(text, Math.max(from, index - LONGEST_SUBJECT), index);
  const bare = index + verb.length - BARE_VERB;
  return subject.length > 0 || bare === index
    ? subject
    : readSubject(text, Math.max(from, bare - LONGEST_SUBJECT), bare);
}

/** The bodies that a clause begins with, up to its verb; none where anything else stands there. */
function readSubject(text: string, from: number, end: number): readonly ListItem[] {
  const whole = text.slice(from, end);
  const aside = /\((?:以下)?[统简]称[^()]{1,24}\),?$/.exec(whole)?.[0].length ?? 0;
  const before = whole.slice(0, whole.length - aside);
  const cut = Math.max(...Array.from('。;!?\n:由', (mark) => before.lastIndexOf(mark) + 1));
  const items = spellOutDepartments(splitList(before.slice(cut), from + cut)).map(trimName);
  const last = items.findLastIndex(({ text: name }) => !isBodyName(name));
  if (last === items.length - 1) return [];
  const names = items.slice(last + 1);
  const start = names[0]?.start ?? end;
  // 设区的市、县(市、区)人民政府 is one subject of statutes.
  const follows = items[last]?.text === '设区的市';
  const opens = follows || start === 0 || /[。;!?\n,:由]/.test(text.charAt(start - 1));
  return opens ? names : [];
}

const DEPARTMENTS = /^([\u4e00-\u9fff]{2,8})等(?:有关|相关)?(?:行业|行政)?(?:主管|管理|监管)?部门$/;

/** 教育、水利等行政主管部门: every entry is a department, though the last alone says so. */
function spellOutDepartments(items: readonly ListItem[]): readonly ListItem[] {
  const closing = items.at(-1);
  const last = DEPARTMENTS.exec(closing?.text ?? '')?.[1];
  if (closing === undefined || last === undefined) return items;
  const spell = (item: ListItem): ListItem => ({ ...item, text: `${item.text}部门` });
  const before = items
    .slice(0, -1)
    .map((item) =>
      !isBodyName(item.text) && /^[\u4e00-\u9fff]{2,8}$/.test(item.text) ? spell(item) : item,
    );
  const end = closing.start + last.length;
  return [...before, spell({ ...closing, end, text: last })];
}

const PARTNERS =
  /^(?:,)?(?:并)?会同([^。;,!?]{2,80}?)(?=制定|推进|开展|做好|建立|组织|研究|编制|提出|负责|实施|落实|对|按|依|加强|定期|进行|完善|[。;,!?]|$)/;

function readPartners(
  text: string,
  at: number,
): { readonly end: number; readonly bodies: readonly NamedBody[] } | undefined {
  const match = PARTNERS.exec(text.slice(at, at + 120));
  if (match === null) return undefined;
  const list = match[1] ?? '';
  const start = at + match[0].length - list.length;
  const items = spellOutDepartments(splitList(list, start))
    .map(trimName)
    .filter(({ text: name }) => isBodyName(name));
  if (items.length === 0) return undefined;
  return {
    end: at + match[0].length,
    bodies: items.map((item) => ({ item, role: 'support' as const })),
  };
}
