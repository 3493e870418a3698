/**
 * Reads lists of bodies with the roles that they say: A、B牵头,C按职责分工负责.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { type ListItem, splitList } from './body-lists';
import { isBodyName } from './body-names';
import type { ResponsibilityRole } from './model';
import type { NamedBody } from './role-note';
import { spellOut } from './shared-endings';

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

/** The bodies that a folded cell or list names. */
export function readBodyList(text: string, role: ResponsibilityRole): readonly NamedBody[] {
  return readRoles(splitList(text, 0), role).bodies;
}

/** The bodies of a list. */
export interface ReadRoles {
  readonly bodies: readonly NamedBody[];
  /** How many entries name no body. */
  readonly others: number;
  /** Whether any entry says a role. */
  readonly marked: boolean;
}

/** Gives every body of a list the role that the next role word says. */
export function readRoles(items: readonly ListItem[], fallback: ResponsibilityRole): ReadRoles {
  const bodies: NamedBody[] = [];
  let pending: ListItem[] = [];
  let others = 0;
  let marked = false;
  const settle = (role: ResponsibilityRole): void => {
    bodies.push(...pending.map((item) => ({ item, role })));
    pending = [];
  };
  const entries = items.flatMap(readEntries);
  const names = spellOut(entries.map(({ name }) => name));
  entries.forEach(({ role }, i) => {
    const name = names[i];
    if (name !== undefined && isBodyName(name.text)) pending.push(name);
    else if (name?.text !== '') others += 1;
    if (role === undefined || (pending.length === 0 && name?.text !== '')) return;
    marked ||= pending.length > 0 || bodies.length > 0;
    settle(role);
  });
  settle(fallback);
  return { bodies, others, marked };
}

interface Entry {
  readonly name: ListItem;
  /** What it says of itself and of the entries before. */
  readonly role: ResponsibilityRole | undefined;
}

/** What an item of a list names; two entries for A会同B. */
function readEntries(item: ListItem): readonly Entry[] {
  const at = item.text.indexOf('会同');
  const first = { ...item, end: item.start + at, text: item.text.slice(0, at) };
  const joint = at > 0 && isBodyName(first.text);
  const from = joint || at === 0 ? at + 2 : 0;
  const last = { ...item, start: item.start + from, text: item.text.slice(from) };
  const ended = readRoleEnd(last);
  const entry = { name: trimName(ended?.item ?? last), role: ended?.role };
  return joint ? [{ name: first, role: 'lead' }, entry] : [entry];
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

/** A name without what stands around it: 由, 等, 等部门, and without who sets it up. */
export function trimName({ start, end, text }: ListItem): ListItem {
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const words = text.slice(lead);
  const bare = words.replace(/(?:等(?:有关|相关)?(?:单位|\d{0,2}个?部门)?|:)$/, '');
  return { start: start + lead, end: end - (words.length - bare.length), text: bare };
}

const LEAD = /^(?:(?:由|请|及|以及|并|和|会同|与)+|[\u4e00-\u9fff]{2,12}(?:设立|成立))/;
