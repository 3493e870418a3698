/**
 * Region: the administrative division 行政区划 that a title or an issuing body names.
 *
 * @module
 */
import {
  type Division,
  describeRegion,
  findProvince,
  listCounties,
  PREFECTURES,
  PROVINCES,
  shortenPrefecture,
  shortenProvince,
} from './divisions';
import type { Region } from './model';

/** The region of what is issued for the country as a whole. */
export const COUNTRY: Region = { code: '100000', name: '全国', level: 'country' };

/** Bodies whose reach is the whole country: 公安部, and no 公安部门. */
const NATIONAL =
  /^(?:国务院|中共中央|中央|国家|全国|最高人民|中国|中华人民共和国|审计署|海关总署|(?![省市县区州])[\u4e00-\u9fff]{2,8}总局)|^(?:外交|国防|教育|科学技术|科技|工业和信息化|工信|信息产业|邮电|公安|安全|监察|民政|司法|财政|人事|人社|人力资源和?社会保障|劳动和社会保障|自然资源|国土资源|生态环境|环境保护|住房和?城乡建设|住建|建设|交通运输|交通|铁道|水利|农业农村|农业|商务|文化和旅游|文旅|文化|卫生|退役军人(?:事务)?|应急(?:管理)?)部(?!门|队)|^(?![省市县区州]委)[\u4e00-\u9fff]{2,10}部办公厅/;
/** What a national body has before the place of its branch: 中国人民银行|浙江省分行, 国家税务总局|杭州市税务局. */
const BRANCH =
  /^(?![省市县区州])(?:[\u4e00-\u9fff]{0,14}?(?:总局|委员会|监会|银行|财政部|统计局|移动|电信|联通|铁塔|通信集团)|国网)(?=[\u4e00-\u9fff]{2,16}(?:局|行|公司|电力|总队|专员办)$)/;

/** 简称: what document numbers of a province's bodies begin with. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  京: '11',
  津: '12',
  冀: '13',
  晋: '14',
  蒙: '15',
  内: '15',
  辽: '21',
  吉: '22',
  黑: '23',
  沪: '31',
  苏: '32',
  浙: '33',
  皖: '34',
  闽: '35',
  赣: '36',
  鲁: '37',
  豫: '41',
  鄂: '42',
  湘: '43',
  粤: '44',
  桂: '45',
  琼: '46',
  渝: '50',
  川: '51',
  黔: '52',
  贵: '52',
  滇: '53',
  云: '53',
  藏: '54',
  陕: '61',
  甘: '62',
  青: '63',
  宁: '64',
  新: '65',
};

/** 浙江 of 浙江省. */
const PROVINCE_SHORT = new Map(PROVINCES.map((each) => [each, shortenProvince(each.name)]));

/** By full name, and autonomous prefectures by the short one that is in use: 黔东南州. */
const PREFECTURE_BY_NAME = new Map(
  PREFECTURES.flatMap((division) => [
    [division.name, division],
    [shortenPrefecture(division.name), division],
  ]),
);
const PLACE_NAMES = [
  ...PROVINCE_SHORT.values(),
  ...PREFECTURES.map(({ name }) => shortenPrefecture(name).replace(/[市盟]$|地区$/, '')),
];
let countiesByName: ReadonlyMap<string, readonly Division[]> | undefined;

const LONGEST_NAME = 14;

/**
 * The region that the names of a document's issuing bodies and its title say, or undefined where they say none.
 *
 * Bodies are asked before the title, the title before the document number. A county counts where its name is unique in the country or its province or
 * prefecture is named before it.
 *
 * @example
 * findRegion(['杭州市人民政府'], undefined, undefined)?.name // => '浙江省杭州市'
 */
export function findRegion(
  issuers: readonly string[],
  title: string | undefined,
  documentNumber: string | undefined,
): Region | undefined {
  for (const issuer of issuers) {
    const region =
      readRegionStart(issuer) ??
      readBranch(issuer) ??
      (NATIONAL.test(issuer) ? COUNTRY : undefined);
    if (region !== undefined) return region;
  }
  return (
    readRegionStart(
      (title ?? '').replace(/^(?:关于)?(?:印发|发布|转发)?[《“"]?(?:(?:19|20)\d{2}年)?/, ''),
    ) ?? readAbbreviation(documentNumber)
  );
}

/** Whether a division, of whatever province, has exactly this name: 青岛市, 鼓楼区. */
export function isDivisionName(name: string): boolean {
  countiesByName ??= indexByName(listCounties());
  return PREFECTURE_BY_NAME.has(name) || countiesByName.has(name);
}

/** Whether a name holds that of a province or a prefecture, in full or in short: 中铁济南局. */
export function holdsPlaceName(name: string): boolean {
  return PLACE_NAMES.some((place) => name.includes(place));
}

/** The prefecture or province that a region lies in or is; undefined where the region is not that deep. */
export function findRegionAbove(
  { code }: Region,
  level: 'province' | 'prefecture',
): Region | undefined {
  if (level === 'province') {
    const province = findProvince(code);
    return province === undefined ? undefined : describeRegion(province);
  }
  const prefecture = PREFECTURES.find((each) => each.code === `${code.slice(0, 4)}00`);
  return prefecture === undefined ? undefined : describeRegion(prefecture);
}

/** Where the branch of a national body is. */
function readBranch(name: string): Region | undefined {
  const head = BRANCH.exec(name)?.[0];
  return head === undefined ? undefined : readRegionStart(name.slice(head.length));
}

function readRegionStart(text: string): Region | undefined {
  const province = matchProvince(text);
  const rest = text.slice(province?.length ?? 0);
  const prefix = province?.division.code.slice(0, 2);
  const prefecture = matchPrefecture(rest, prefix);
  const afterPrefecture = rest.slice(prefecture?.name.length ?? 0);
  const county = matchCounty(afterPrefecture, prefecture?.code.slice(0, 4) ?? prefix);
  const found = county ?? prefecture ?? province?.division;
  return found === undefined ? undefined : describeRegion(found);
}

function matchProvince(
  text: string,
): { readonly division: Division; readonly length: number } | undefined {
  for (const division of PROVINCES) {
    if (text.startsWith(division.name)) return { division, length: division.name.length };
  }
  for (const division of PROVINCES) {
    const short = PROVINCE_SHORT.get(division) ?? division.name;
    if (text.startsWith(short) && !/^[市县区州]/.test(text.slice(short.length)))
      return { division, length: short.length };
  }
  return undefined;
}

function matchPrefecture(text: string, provincePrefix: string | undefined): Division | undefined {
  for (let length = Math.min(LONGEST_NAME, text.length); length >= 2; length -= 1) {
    const division = PREFECTURE_BY_NAME.get(text.slice(0, length));
    if (
      division !== undefined &&
      (provincePrefix === undefined || division.code.startsWith(provincePrefix))
    )
      return division;
  }
  return undefined;
}

function matchCounty(text: string, parent: string | undefined): Division | undefined {
  if (!/[市县区旗]/.test(text.slice(0, LONGEST_NAME))) return undefined;
  countiesByName ??= indexByName(listCounties());
  for (let length = Math.min(LONGEST_NAME, text.length); length >= 2; length -= 1) {
    const all = countiesByName.get(text.slice(0, length)) ?? [];
    const fitting = parent === undefined ? all : all.filter(({ code }) => code.startsWith(parent));
    if (fitting.length === 1) return fitting[0];
  }
  return undefined;
}

function readAbbreviation(documentNumber: string | undefined): Region | undefined {
  const prefix = ABBREVIATIONS[documentNumber?.slice(0, 1) ?? ''];
  const province = prefix === undefined ? undefined : findProvince(prefix);
  return province === undefined ||
    !/^.(?:政|府|发|办|委|工信|经信|科|教|卫|人社|财|农|商|数|交|建|民|市监)/.test(
      documentNumber ?? '',
    )
    ? undefined
    : describeRegion(province);
}

function indexByName(list: readonly Division[]): ReadonlyMap<string, readonly Division[]> {
  const index = new Map<string, Division[]>();
  for (const division of list) {
    const same = index.get(division.name);
    if (same === undefined) index.set(division.name, [division]);
    else same.push(division);
  }
  return index;
}
