/**
 * The level and region of a body: from its name, else from the document that names it.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { findRegion, type PolicyDocument, type Region } from '../../document';
import { isNationalName } from './body-names';
import type { BodyLevel } from './model';

/** Where a body belongs. */
export interface BodyPlace {
  readonly level: BodyLevel | undefined;
  readonly region: Region | undefined;
}

/** What a name begins with that says its level without its place. */
const LEVEL_STARTS: readonly (readonly [RegExp, BodyLevel])[] = [
  [/^(?:国家|国务院|中央|全国|中国|最高人民|各省|省、自治区)/, 'country'],
  [/^(?:省|自治区|全省|兵团)/, 'province'],
  [/^(?:市|州|盟|设区的市|各市|各州|团市委)/, 'prefecture'],
  [/^(?:县(?!级以上)|区|旗|各县|各区|各旗)/, 'county'],
  [/^(?:乡|镇|街道|各乡|各镇|各街道)/, 'township'],
];

/** The level and region of a body, as far as its name and the document's region say. */
export function describePlace(name: string, { region }: PolicyDocument): BodyPlace {
  if (isNationalName(name) || /^(?:国家|国务院|中央|中国人民银行$)/.test(name)) {
    return { level: 'country', region: findRegion(['国务院'], undefined, undefined) };
  }
  const named = findRegion([name], undefined, undefined);
  if (named !== undefined) return { level: named.level, region: named };
  const level = LEVEL_STARTS.find(([start]) => start.test(name))?.[1] ?? readEnding(name);
  const own = level === undefined ? undefined : findDocumentRegion(level, region);
  return { level, region: own };
}

function readEnding(name: string): BodyLevel | undefined {
  if (/(?<!办公)厅$/.test(name)) return 'province';
  return undefined;
}

/** The region of the document itself, or the province that it lies in. */
function findDocumentRegion(level: BodyLevel, region: Region | undefined): Region | undefined {
  if (region === undefined) return undefined;
  if (region.level === level) return region;
  // 市 of a municipality is a province.
  if (level === 'prefecture' && /^(?:北京|天津|上海|重庆)市$/.test(region.name)) return region;
  if (level !== 'province' || region.level === 'country') return undefined;
  const province = /^.{2,6}?(?:省|自治区|市)/.exec(region.name)?.[0];
  return province === undefined ? undefined : findRegion([province], undefined, undefined);
}

/** What a name begins with that the names after it in the list leave out: 省工业和信息化厅、科技厅. */
const INHERITED = /^(?:省|市|县|区|州|自治区)(?=[\u4e00-\u9fff]{2})/;
/** Names that begin with a place, a level or an organisation already. */
const HAS_PLACE =
  /^(?:省|市|县|区|州|盟|旗|自治区|国家|国务院|中央|全国|中国|团|武警|各|本|新疆生产建设兵团)|^[\u4e00-\u9fff]{2,6}(?:省|市|自治区|自治州|县|区)(?=[\u4e00-\u9fff])|国网|电网|铁路|银行|大学|学院|研究院|实验室|公司|集团/;
const DEPARTMENT = /(?:厅|局|委|办|中心|网信办)$/;

/**
 * A name with the level that it leaves out: that of the name before it in the list, or of the country for a department of the State Council in a national document.
 */
export function inheritPlace(
  name: string,
  previous: string | undefined,
  { region }: PolicyDocument,
): string {
  if (HAS_PLACE.test(name) || /^[\dA-Za-z]/.test(name)) return name;
  if (findRegion([name], undefined, undefined)?.level === 'province') return name;
  const before = previous === undefined ? undefined : INHERITED.exec(previous)?.[0];
  if (before !== undefined && DEPARTMENT.test(name)) return before + name;
  const national =
    region?.level === 'country' ||
    (previous !== undefined && (isNationalName(previous) || /^(?:国家|中央)/.test(previous)));
  return national && name === '发展改革委' ? '国家发展改革委' : name;
}
