/**
 * Spells out names that share the ending of the last one: 教育、水利等部门, 济南、青岛市政府.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { isDivisionName } from '../../document';
import type { ListItem } from './body-lists';
import { isBodyName } from './body-names';

/** The entries of a list in reading order, each with the ending that it leaves to the last one; spans stay. Linear in the list. */
export function spellOut(items: readonly ListItem[]): readonly ListItem[] {
  return spellOutPlaces(spellOutDepartments(items));
}

const DEPARTMENTS =
  /^([\u4e00-\u9fff]{2,8})等(?:有关|相关)?(?:行业|行政)?(?:主管|管理|监管)?(部门|机构)$/;

/** 教育、水利等行政主管部门: every entry is a department, though the last alone says so. */
function spellOutDepartments(items: readonly ListItem[]): readonly ListItem[] {
  let kind: string | undefined;
  return items.reduceRight<ListItem[]>((spelled, item) => {
    const [, last = '', ending] = DEPARTMENTS.exec(item.text) ?? [];
    if (ending !== undefined) kind = isField(last) ? ending : undefined;
    const words = ending === undefined ? item.text : last;
    if (kind === undefined || !isField(words)) return [item, ...spelled];
    return [{ ...item, end: item.start + words.length, text: words + kind }, ...spelled];
  }, []);
}

/** Whether words are what a department is for, and no name of one: 水利, 电信. */
function isField(words: string): boolean {
  return (
    /^[\u4e00-\u9fff]{2,8}$/.test(words) && (/(?:电信|通信)$/.test(words) || !isBodyName(words))
  );
}

/** A place with what it is and the rest of the name: 烟台, 市, 政府. */
const PLACED = /^([\u4e00-\u9fff]{1,4}?)等?(市|区|县|州|旗)([\u4e00-\u9fff]{2,12})$/;

/** 济南、青岛、烟台市政府, 萧山区、余杭区公安分局: every entry that is a place alone is of the kind that the last one says. Linear in the list. */
function spellOutPlaces(items: readonly ListItem[]): readonly ListItem[] {
  let shared: { readonly mark: string; readonly rest: string } | undefined;
  return items.reduceRight<ListItem[]>((spelled, item) => {
    const [, place = '', mark = '', rest = ''] = PLACED.exec(item.text) ?? [];
    const placed = isDivisionName(place + mark);
    if (placed) shared = { mark, rest };
    const bare = placed ? place : item.text;
    const full = isDivisionName(bare) ? bare : bare + (shared?.mark ?? '');
    if (shared === undefined || !isDivisionName(full)) {
      shared = undefined;
      return [item, ...spelled];
    }
    return [{ ...item, text: full + shared.rest }, ...spelled];
  }, []);
}
