/**
 * Bodies: the names of those who issue documents, in lines, titles and speeches.
 *
 * All patterns are for normalised text.
 *
 * @module
 */

/** Endings of the names of bodies that issue documents. */
const BODY_SUFFIX =
  '(?:人民政府办公厅|人民政府办公室|人民政府|政府办公厅|政府办公室|办公厅|办公室|委员会|常务委员会|领导小组|联席会议|代表大会|国务院|党中央|中共中央|总局|管理局|监管局|委|部|厅|局|署|院|行|会|中心|集团|团|政府|协会|学会|基金会|政协|军委|法院|检察院|大学|公司|司|处|科)';
const BODY = new RegExp(`^[\\u4e00-\\u9fff()]{0,26}${BODY_SUFFIX}$`);
const GLUED_BODIES = /^(中共中央办公厅|中共中央)(?=国务院)/;

/**
 * The bodies named in a text that names nothing else, split at spaces and 、; empty where anything else stands in it.
 *
 * @example
 * readBodies('国家发展改革委 财政部') // => ['国家发展改革委', '财政部']
 */
export function readBodies(text: string): readonly string[] {
  const glued = text
    .replace(GLUED_BODIES, '$1 ')
    .replace(/(?<=[厅部委局])(?=国家|全国)/, ' ')
    .replace(/等(?:[一二三四五六七八九十百]{1,4}|\d{1,3})?个?部门$/, '');
  const names = glued.split(/[ 、,]+/).filter((name) => name !== '');
  const joined = (names.every((name) => name.length === 1) ? [names.join('')] : names).flatMap(
    splitRepeatedPlace,
  );
  return joined.length > 0 && joined.every((name) => BODY.test(name) && !/关于|的|和$/.test(name))
    ? joined
    : [];
}

/** Two names glued together, known by the place that both begin with: 某市公安局某市财政局. */
function splitRepeatedPlace(name: string): readonly string[] {
  const place = /^[\u4e00-\u9fff]{2,3}[省市州县区]/.exec(name)?.[0];
  const again = place === undefined ? -1 : name.indexOf(place, place.length);
  if (again === -1 || !BODY.test(name.slice(0, again))) return [name];
  return [name.slice(0, again), ...splitRepeatedPlace(name.slice(again))];
}

/**
 * The issuing bodies that a title begins with, before 关于, 印发 or 转发.
 *
 * @example
 * readTitleIssuers('国务院关于加强数字政府建设的指导意见') // => ['国务院']
 */
export function readTitleIssuers(title: string): readonly string[] {
  const cut = title.search(/对[“《]|关于|印发|转发|公告|令$|批复/);
  return cut <= 0 ? [] : readBodies(title.slice(0, cut).trim());
}

const REPORT_TITLE =
  /^(?:(?:19|20)\d{2} ?年)?([\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|州|盟|区|县|旗))(?:人民)?政府工作报告/;
const SPEAKS_FOR = /代表(国务院|[\u4e00-\u9fff]{2,12}人民政府)/;
/** ——2026年1月26日在某省第十四届人民代表大会第五次会议上. */
const CONGRESS =
  /在([\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|州|盟|区|县|旗))第[一二三四五六七八九十]{1,3}届\n?人民代表大会/;
/** 某省省长 / 某市人民政府市长. */
const SPEAKER_OF =
  /(?:^|\n| )([\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|州|盟|区|县|旗))(?:人民政府)?(?:省长|市长|主席|州长|盟长|区长|县长|旗长)(?=[ \n\u4e00-\u9fff])/;
const CHARGED = /受(国务院|[\u4e00-\u9fff]{2,12}人民政府)委托/;
const NAMELESS = /^(?:市|省|区|县|州|自治区|自治州|盟|旗)?人民政府$/;

/** The government that a work report is by, from its title or its opening words, or undefined. */
export function readReportIssuer(title: string, opening: string): string | undefined {
  const named = REPORT_TITLE.exec(title)?.[1];
  if (named !== undefined) return `${named}人民政府`;
  const congress = CONGRESS.exec(opening)?.[1];
  if (congress !== undefined) return `${congress}人民政府`;
  const speaker = SPEAKER_OF.exec(opening)?.[1];
  if (speaker !== undefined) return `${speaker}人民政府`;
  const spoken = (SPEAKS_FOR.exec(opening) ?? CHARGED.exec(opening))?.[1];
  return spoken === undefined || NAMELESS.test(spoken) ? undefined : spoken;
}
