/**
 * The level and region of a body: from its name, else from the list and the document that name it.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import {
  findRegion,
  findRegionAbove,
  holdsPlaceName,
  type PolicyDocument,
  type Region,
} from '../../document';
import { isNationalInList, isNationalName } from './body-names';
import type { BodyLevel } from './model';

/** Where a body belongs. */
export interface BodyPlace {
  readonly level: BodyLevel | undefined;
  readonly region: Region | undefined;
}

/** What a name begins with that says its level without its place. */
const LEVEL_STARTS: readonly (readonly [RegExp, BodyLevel])[] = [
  [/^(?:国家|国务院|中央|全国|中国|最高人民)/, 'country'],
  [/^(?:省|自治区|全省|兵团|各省)/, 'province'],
  [
    /^(?:市(?!场|政(?:公用|工程|设施)|[中南北]区)|州|盟|师市|设区的市|各市|各设区|各州|团市委)/,
    'prefecture',
  ],
  [
    /^(?:县(?!级以上)|区(?!域)|旗|各县|各区|各旗|[\u4e00-\u9fff]{2,5}(?:县|区)(?:政府|人民政府)$)/,
    'county',
  ],
  [/^(?:乡|镇|街道|各乡|各镇|各街道)/, 'township'],
];
/** Bodies that are of no level of government whatever place their name begins with. */
const OUTSIDE = /(?:公司|集团|大学|学院|研究院|研究所|实验室|协会|学会|商会)$/;
/** Several levels at once: 市、县(区)人民政府; 县(市、区) is of one. */
const SEVERAL =
  /^(?:各|设区的)?(?:省、市(?!、自治区)|(?:市|市\(州\)|州)[、和(]?(?:自治县|县|区|旗))/;
/** Departments, which without a place are those of the government that issues the document. */
const DEPARTMENT =
  /^[\u4e00-\u9fff]{2,10}(?:局|(?<!管)委|办)$|^(?:妇联|残联|科协|工商联|红十字会)$/;
/** A department that provinces alone have: 教育厅. */
const PROVINCIAL = /(?<!办公)厅$/;
/** Departments of any level: 教育部门. */
const FIELD = /^(?!有关|相关|各)[\u4e00-\u9fff]{2,10}部门$/;

/**
 * The level and region of a body, as far as its name, its list and the document's region say. `national` says that it stands in a list of central bodies, where 网信办 is that of the country.
 */
export function describePlace(
  name: string,
  { region }: PolicyDocument,
  national: boolean,
): BodyPlace {
  const country = findRegion(['国务院'], undefined, undefined);
  if (isNationalName(name) || (national && isNationalInList(name)))
    return { level: 'country', region: country };
  const named = findNamedRegion(name, region);
  if (named !== undefined)
    return {
      level: OUTSIDE.test(name) && named.code !== country?.code ? undefined : named.level,
      region: named,
    };
  if (SEVERAL.test(name)) return { level: undefined, region: undefined };
  const level = LEVEL_STARTS.find(([start]) => start.test(name))?.[1] ?? readEnding(name, region);
  return level === undefined
    ? { level, region: findShortPrefecture(name, region) }
    : placeInDocument(name, level, region);
}

/** Whether a list is of central bodies: it names one for certain or stands in a national document, and names none of a province or below. */
export function isNationalList(names: readonly string[], { region }: PolicyDocument): boolean {
  if (names.some((name) => /^(?:省|市|县|区|州|自治区|兵团)(?!场)/.test(name))) return false;
  if (names.some((name) => isNationalName(name) || /^(?:国家|中央)/.test(name))) return true;
  return region?.level === 'country' && !names.some((name) => FIELD.test(name));
}

/** The region that a name says, its county looked for in the document's own place first: 鼓楼区 is of many cities. */
function findNamedRegion(name: string, region: Region | undefined): Region | undefined {
  const above =
    region && (findRegionAbove(region, 'prefecture') ?? findRegionAbove(region, 'province'));
  const own = above && findRegion([above.name + name], undefined, undefined);
  if (own !== undefined && own.code !== above?.code) return own;
  return findRegion([name], undefined, undefined);
}

/** 青岛 of 青岛海洋科技中心, in a document of that province. */
function findShortPrefecture(name: string, region: Region | undefined): Region | undefined {
  const province = region && findRegionAbove(region, 'province');
  if (province === undefined) return undefined;
  const lengths = [2, 3, 4].filter((length) => length < name.length);
  return lengths
    .map((length) => `${province.name}${name.slice(0, length)}市`)
    .map((place) => findRegion([place], undefined, undefined))
    .find((found) => found?.level === 'prefecture');
}

function readEnding(name: string, region: Region | undefined): BodyLevel | undefined {
  if (PROVINCIAL.test(name)) return 'province';
  if (!DEPARTMENT.test(name) || holdsPlaceName(name) || region?.level === 'country')
    return undefined;
  return region?.level;
}

/** The level that a name begins with, and the place of that level that the document is of or lies in. */
function placeInDocument(name: string, level: BodyLevel, region: Region | undefined): BodyPlace {
  if (region === undefined || region.level === 'country') return { level, region: undefined };
  if (level !== 'prefecture')
    return {
      level,
      region: level === 'province' ? findRegionAbove(region, level) : sameLevel(level, region),
    };
  // 市 is the county itself in what a city of the rank of a county issues.
  if (region.level === 'county' && region.name.endsWith('市') && name.startsWith('市'))
    return { level: 'county', region };
  const above = findRegionAbove(region, 'prefecture');
  if (above !== undefined) return { level, region: above };
  const province = findRegionAbove(region, 'province');
  // 市 of a municipality is a province.
  return /^..市$/.test(province?.name ?? '') && /^(?:市|团市委)/.test(name)
    ? { level: 'province', region: province }
    : { level, region: undefined };
}

function sameLevel(level: BodyLevel, region: Region): Region | undefined {
  return region.level === level ? region : undefined;
}
