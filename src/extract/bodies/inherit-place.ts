/**
 * Gives a body the place or level that its name leaves out and a name before it in the list says: 省工业和信息化厅、科技厅.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { holdsPlaceName, isDivisionName, type PolicyDocument } from '../../document';
import { isNationalName } from './body-names';

/** What a name begins with that the names after it leave out. */
const LEVEL =
  /^(?:(?:省|市(?!场|政(?:公用|工程|设施)|[中南北]区)|县|区(?!域)|州|自治区|兵团)(?=[\u4e00-\u9fff]{2}))/;
const PLACE = /^[\u4e00-\u9fff]{2,8}?(?:省|市|自治区|自治州|州|县|区|旗)(?=[\u4e00-\u9fff]{2})/;
/** Names that begin with a place, a level or an organisation already. */
const HAS_PLACE =
  /^(?:省|市(?!场)|县|区(?!域)|州|盟|旗|自治区|兵团|国家|国务院|中央|全国|中国|中铁|团|武警|各|本|新疆生产建设兵团)|^[\u4e00-\u9fff]{2,6}(?:省|市(?!场)|自治区|自治州|州|县|区(?!域))(?=[\u4e00-\u9fff])|国网|电网|铁路|银行|大学|学院|研究院|实验室|公司|集团|总局|总署|监管?分局/;
const DEPARTMENT = /(?:厅|局|委|办|中心)$/;
/** Departments of a party committee, which leave 省委 out behind one of the same. */
const PARTY_DEPARTMENT =
  /^(?:组织部|宣传部|统战部|社会工作部|政法委|网信办|编办|金融办|军民融合办|外办|台办|农办|老干部局)$/;

/** A name with the level that it leaves out: that of the nearest name before it in the list that says one, or of the country for a department of the State Council in a national document. */
export function inheritPlace(
  name: string,
  before: readonly string[],
  { region }: PolicyDocument,
): string {
  if (HAS_PLACE.test(name) || /^[\dA-Za-z]/.test(name) || holdsPlaceName(name)) return name;
  const placed = before.findLast((each) => LEVEL.test(each) || readDivision(each) !== undefined);
  const place = placed === undefined ? undefined : readPlace(placed, name);
  if (place !== undefined) return place + name;
  const previous = before.at(-1) ?? '';
  const national =
    region?.level === 'country' || isNationalName(previous) || /^(?:国家|中央)/.test(previous);
  return national && name === '发展改革委' ? '国家发展改革委' : name;
}

/** What of the name before a name goes on for it. */
function readPlace(previous: string, name: string): string | undefined {
  const place = LEVEL.exec(previous)?.[0] ?? readDivision(previous);
  if (place === undefined) return undefined;
  if (PARTY_DEPARTMENT.test(name) && previous.startsWith(`${place}委`)) return `${place}委`;
  if (!DEPARTMENT.test(name)) return undefined;
  // A 厅 is of a province.
  return name.endsWith('厅') && /(?:市|州|县|区|旗)$/.test(place) && !place.endsWith('自治区')
    ? undefined
    : place;
}

function readDivision(name: string): string | undefined {
  const place = PLACE.exec(name)?.[0];
  return place !== undefined && isDivisionName(place) && !name.endsWith('政府') ? place : undefined;
}
