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

/** Bodies whose reach is the whole country. */
const NATIONAL =
  /^(?:国务院|中共中央|中央|国家|全国|最高人民|中国|中华人民共和国|外交部|国防部|教育部|科学技术部|科技部|工业和信息化部|公安部|民政部|司法部|财政部|人力资源社会保障部|人力资源和社会保障部|自然资源部|生态环境部|住房和城乡建设部|住房城乡建设部|交通运输部|水利部|农业农村部|农业部|商务部|文化和旅游部|文化部|应急管理部|审计署|海关总署|税务总局|市场监管总局|金融监管总局|体育总局|广电总局|(?![省市县区州]委)[\u4e00-\u9fff]{1,10}部(?:办公厅|$))/;

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
    const region = readRegionStart(issuer) ?? (NATIONAL.test(issuer) ? COUNTRY : undefined);
    if (region !== undefined) return region;
  }
  return (
    readRegionStart(
      (title ?? '').replace(/^(?:关于)?(?:印发|发布|转发)?[《“"]?(?:(?:19|20)\d{2}年)?/, ''),
    ) ?? readAbbreviation(documentNumber)
  );
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
