/**
 * Finds lines that a label opens: 责任单位:省委网信办、省公安厅.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { splitList } from './body-lists';
import type { ResponsibilityRole } from './model';
import { readRoles } from './role-lists';
import { LONGEST_NOTE, type NamedBody, type RoleNote } from './role-note';

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

/** What the foot of a web page says of the site beside 主办单位. */
const FOOTER = /版权所有|ICP备|网站标识码/;

/** The bodies behind the labels of a text, which begins at `offset`. */
export function readLabelled(text: string, offset: number): readonly NamedBody[] {
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
export function findLabelledLines(text: string): readonly RoleNote[] {
  const notes: RoleNote[] = [];
  let end = 0;
  for (const label of text.matchAll(LABEL)) {
    if (label.index < end) continue;
    const rest = text.slice(label.index, label.index + LONGEST_NOTE);
    const stop =
      /[。\n](?!\s?(?:牵头|责任|配合|协办|参与)(?:单位|部门))/.exec(rest)?.index ?? rest.length;
    const bodies = readLabelled(rest.slice(0, stop), label.index);
    end = label.index + stop;
    if (bodies.length > 0 && !FOOTER.test(rest.slice(0, stop)))
      notes.push({ start: label.index, end, place: 'before', bodies });
  }
  return notes;
}
