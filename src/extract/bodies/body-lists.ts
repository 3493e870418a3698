/**
 * Takes lists of bodies apart: 省发展改革委、省大数据局,各市、县(市、区)人民政府.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { isBodyName } from './body-names';

/** An entry of a list where it stands. */
export interface ListItem {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Names with a 、 or a bracket inside. */
const COMPOUND =
  /(?:设区的市、(?:自治州、)?县\((?:市|区|市、区)\)|(?:各|有关|相关)区、市(?=政府|人民政府|[、,。;)]|$)|(?:各|有关|相关)?(?:省、自治区、直辖市(?:和新疆生产建设兵团)?|省\(自治区、直辖市\)|省\((?:区|自治区)、市\)|市、县\((?:市、)?(?:自治县、)?区\)|市和(?:区、县|县、区|区县|县区|区(?=[\u4e00-\u9fff]{2})|县(?=[\u4e00-\u9fff]{2}))|市县\(区\)|市\(州\)、县\((?:市、)?区\)|市、州、县|县\((?:市、)*(?:区|旗)(?:、[^()]{1,6})*\)|区\((?:市、)?县(?:、市)?\)|市\((?:州|地)(?:、[^()]{1,6})*\)|区〔县〕|市、县|县、区|市、区|区、县|市、州|州、市|乡镇、街道|乡\(镇\)|乡镇\(街道\)|镇\(街道\)))(?:级)?(?:人民政府|政府|党委|管委会)?/y;
const SEPARATORS = '、,;。 \n';

/** The entries of a list by position, parted at 、 , and spaces outside brackets, and at 和 and 及 between names. Linear in the list. */
export function splitList(text: string, offset = 0): readonly ListItem[] {
  const items: ListItem[] = [];
  let start = 0;
  let depth = 0;
  let at = 0;
  while (at <= text.length) {
    if (at === start) {
      COMPOUND.lastIndex = at;
      const compound = COMPOUND.exec(text);
      if (compound !== null) at += compound[0].length;
    }
    const mark = text.charAt(at);
    if (mark === '(' || mark === '〔') depth += 1;
    if (mark === ')' || mark === '〕') depth -= 1;
    if (at >= text.length || (depth <= 0 && SEPARATORS.includes(mark))) {
      items.push(...splitAtConjunction(text, start, at, offset));
      start = at + 1;
    }
    at += 1;
  }
  return items;
}

function splitAtConjunction(
  text: string,
  start: number,
  end: number,
  offset: number,
): readonly ListItem[] {
  const words = text.slice(start, end);
  if (words === '') return [];
  const item = { start: offset + start, end: offset + end, text: words };
  for (const match of words.matchAll(/(?:等|以)?[和及与]/g)) {
    const second = words.slice(match.index + match[0].length);
    const first = words.slice(0, match.index);
    if (!isBodyName(first) || second === '') continue;
    if (!isBodyName(words) || areApart(first, second))
      return [
        { ...item, end: item.start + match.index, text: first },
        ...splitAtConjunction(text, end - second.length, end, offset),
      ];
  }
  return [item];
}

/** What the name of a body ends with and a part of a longer name does not. */
const FULL_NAME =
  /[\u4e00-\u9fff](?:部门|机构|机关|政府|委员会|委|厅|局|总署|办公室|办公厅|法院|检察院|部)$/;

/** Whether what stands on both sides of 和 are bodies, and not one name: 交通运输部和财政部, but 规划和自然资源局, 市政府及其办公厅. */
function areApart(first: string, second: string): boolean {
  if (!isBodyName(second) || /^其(?!他)/.test(second)) return false;
  return /[省市县区委厅局]/.test(second.charAt(0)) || FULL_NAME.test(first);
}
