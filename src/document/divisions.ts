/**
 * Divisions: the provinces, prefectures and counties of the country 行政区划, with the short names in use.
 *
 * @module
 */
import packed from '../../corpus/divisions/divisions.json';
import type { Region } from './model';

/** A division with its code of GB/T 2260 and its full name, without that of the province above. */
export interface Division {
  readonly code: string;
  readonly name: string;
}

export const PROVINCES: readonly Division[] = listDivisions(packed.provinces);
export const PREFECTURES: readonly Division[] = listDivisions(packed.prefectures);
const PROVINCE_BY_PREFIX = new Map(
  PROVINCES.map((province) => [province.code.slice(0, 2), province]),
);
let counties: readonly Division[] | undefined;

/** The peoples that names of autonomous prefectures list. */
const PEOPLES =
  /(?:(?:蒙古|回|藏|苗|彝|壮|布依|朝鲜|侗|白|土家|哈尼|哈萨克|傣|傈僳|羌|景颇|柯尔克孜)族?){1,4}自治州$/;

/** All counties, unpacked when first asked for. */
export function listCounties(): readonly Division[] {
  counties ??= listDivisions(packed.counties);
  return counties;
}

/** The province that a code lies in, by its first two digits. */
export function findProvince(code: string): Division | undefined {
  return PROVINCE_BY_PREFIX.get(code.slice(0, 2));
}

/** Whether a code is that of a division or of one inside it: it begins as that one's does without the zeros at its end. */
export function liesWithin(code: string, division: string): boolean {
  return code.startsWith(division.replace(/(?:00){1,2}$/, ''));
}

/** 浙江 of 浙江省. */
export function shortenProvince(name: string): string {
  return name.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$/, '');
}

/** 黔东南州 of 黔东南苗族侗族自治州; other names as they are. */
export function shortenPrefecture(name: string): string {
  return name.replace(PEOPLES, '州');
}

/**
 * The full name of a region in its parts, from the province down: 浙江省 and 杭州市 of 浙江省杭州市. What no division is called stays whole.
 *
 * @example
 * splitRegion('湖北省恩施土家族苗族自治州恩施市') // => ['湖北省', '恩施土家族苗族自治州', '恩施市']
 */
export function splitRegion(name: string): readonly string[] {
  const province = PROVINCES.find((each) => name.startsWith(each.name));
  const below = name.slice(province?.name.length ?? 0);
  const prefecture = PREFECTURES.find((each) => below.startsWith(each.name));
  const county = below.slice(prefecture?.name.length ?? 0);
  return [province?.name ?? '', prefecture?.name ?? '', county].filter((part) => part !== '');
}

/**
 * What a division is called in everyday words, its full name first: 浙江省 and 浙江, 恩施土家族苗族自治州, 恩施州 and 恩施. Counties and districts keep their full name: 平原 is no
 * county.
 */
export function listCommonNames(name: string): readonly string[] {
  const short = shortenProvince(name);
  const state = shortenPrefecture(name);
  const names = [name, short, state, ...(state === name ? [] : [state.slice(0, -1)])];
  const bare = name.replace(/(?:地区|盟)$/, '');
  return [...new Set([...names, bare])].filter((each) => each.length > 1);
}

/** Whether a name is what a province is called: 海南, which is no prefecture of another province then. */
export function isProvinceName(name: string): boolean {
  return PROVINCES.some((province) => listCommonNames(province.name).includes(name));
}

/** The region that a division is, its province's name in front of its own. */
export function describeRegion({ code, name }: Division): Region {
  if (code.endsWith('0000')) return { code, name, level: 'province' };
  const above = findProvince(code)?.name ?? '';
  if (code.endsWith('00')) return { code, name: `${above}${name}`, level: 'prefecture' };
  const prefecture = PREFECTURES.find((division) => division.code === `${code.slice(0, 4)}00`);
  return { code, name: `${above}${prefecture?.name ?? ''}${name}`, level: 'county' };
}

function listDivisions(entries: string): readonly Division[] {
  return entries.split(' ').map((entry) => ({ code: entry.slice(0, 6), name: entry.slice(6) }));
}
