/**
 * Names of bodies in their common form, by the table corpus/extract/body-names.json.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import table from '../../../corpus/extract/body-names.json';
import { isDivisionName } from '../../document';

/** Longest variant first, so that 发展和改革委员会 is met before 发展和改革委. */
const VARIANTS: readonly (readonly [variant: string, common: string])[] = Object.entries(
  table.names,
)
  .flatMap(([common, variants]) =>
    variants.split(' ').map((variant): readonly [string, string] => [variant, common]),
  )
  .sort(([a], [b]) => b.length - a.length);

const PLACE_GOVERNMENT =
  /^(?!各|有关|相关|市政府|省政府|县政府|区政府)([\u4e00-\u9fff]{2,12}(?:省|市|自治区|自治州|州|盟|区|县|旗|镇|乡))政府$/;

/**
 * The name of a body in its common form: the department's short name by the table, 人民政府 in full after the name of a place. Place and level before it stay. Other names come back as they are.
 *
 * @example
 * normalizeBodyName('省发改委') // => '省发展改革委'
 */
export function normalizeBodyName(name: string): string {
  for (const [variant, common] of VARIANTS) {
    if (!name.endsWith(variant)) continue;
    const before = name.slice(0, name.length - variant.length);
    return common.startsWith('国家') && before !== '' ? before + common.slice(2) : before + common;
  }
  return name.replace(PLACE_GOVERNMENT, '$1人民政府');
}

const COLLECTIVE =
  /^(?:各|有关|相关|省级?各|市级?各|省直|市直|县直|区直|本级|同级|所在地|上级|下级|县级以上|设区的|乡级|区级|市级有关|省有关|市有关|省级有关|其他|国家有关|地方)|(?:有关|相关|直属|各级|各地|各)(?:部门|单位|地区|地方|企业|机构|机关)|^省、自治区|^(?:[市县区州][、和(]|区县|市县|县区|乡镇)|(?:成员单位|(?:服务|经办|登记|执法)机构|主管部门|主管单位|行政部门|监管部门|监督管理部门|管理部门|网信部门|职能部门|公安机关|司法机关|监察机关)$|^(?:地方|行业)|部门$|^公安机关/;

/** Whether a name means many bodies and names none: 各市人民政府, 省有关部门, 县级以上人民政府. */
export function isCollectiveName(name: string): boolean {
  return COLLECTIVE.test(name);
}

const ENDING =
  '管理机构|监管机构|服务机构|经办机构|执法机构|登记机构|工作机构|司|政府|人民政府|委|委员会|部|厅|局|署|办|办公室|办公厅|院|行|中心|集团|集团公司|公司|管委会|指挥部|领导小组|工作专班|专班|联席会议|法院|检察院|处|科|室|站|所|队|总队|支队|大队|机关|部门|单位|兵团|妇联|残联|贸促会|团中央|工会|总工会|文联|科协|社科联|工商联|侨联|红十字会|供销社|供销合作社|档案馆|图书馆|博物馆|科技馆|银行|海关|协会|学会|商会|联合会|大学|学院|研究院|研究所|实验室|开发区|高新区|新区|功能区|园区|党委|工委|党组|团市委|团省委|团县委|军区|武警|总社|电网|通信|电信|移动|联通|铁塔|国务院|证监会|监会|理事会|组委会|基金会|事业部|总部|总局|分局|街道|街道办事处|办事处|乡镇|乡|镇|区县|县区|县市区|市州|地市|州市|旗县|省属企业|市属企业|国有企业|中央企业|市|区|县|州|盟|地区|基地|国资委|分行|支行|台';
const BODY = new RegExp(`^[\\u4e00-\\u9fff()〔〕、\\dA-Z“”·]{0,28}(?:${ENDING})$`);
/** Words of what a body does, which no name holds. */
const DOES =
  /应当|鼓励|推进(?!机制|办|局|组|委员会|领导|工作|中心|指挥)|推动|加强|加快|完善|建立|设立|成立|组建|健全|发挥|发起|依托|前往|实施|开展|落实|提升|提高|实现|关于|以及|通过|进行|按照|根据|依法|可以|不得|另行|共同|严格|(?<![重主机需])要(?!素)|(?:会议|小组|委员会|指挥部|政府)下?设/;
/** Words that no name of a body holds. */
const NO_BODY =
  /支持|(?<!^设区)的|是|在|为|将|对|把|被|了|不|完成|时限|申报|申请|联系|包括|以下|简称|其中|例如|本|该|这|试点|示范区|城市更新|示范|企业牵头|龙头企业|近期|你|我(?![办局厅委部]$)|^协助|^会同|^配合|^实行/;
const NO_NAME =
  /^(?:市和区|.总局|单位|部门|市|区|县|州|乡|镇|院|部|局|委|厅|处|科|室|站|所|队|台|中心|集团|公司|移动|通信|电信|联通|企业|机关|基地|政府|地区|园区|新区|大学|学院|高校|开发区|协会|学会|行业协会|研究院|街道|乡镇|人工智能|会|机构|办|行|一部|全部|内部|外部|东部|西部|中部|南部|北部|社会各界)$|(?:全省|全市|城市|超市|股市|上市|夜市|集市|楼市|都市|门市|地区域|景区|社区|城区|片区|山区|校区|街区|库区|灾区|小区|牧区|林区|园区|厂区|示范区|试验区|先导区|功能区|集聚区|实验区|保护区|自贸区|综保区|试点县|强县|强市|强区|大县|大市|病院|影院|试点市|干部|总部基地|俱乐部|军部|产业集团|办案|承办|举办|开办|主办|协办|包办|创办|现行|进行|运行|执行|施行|银行卡|平台|舞台|后台|出台|中台|基站|网站|车站|电站|充电站|场所|厕所|诊所|派出所|队伍|部队|车队|团队)$/;

/** Whether a text is the name of a body, or of several at once. Linear in the text, which is short. */
export function isBodyName(name: string): boolean {
  if (name.length < 2 || name.length > 34 || !isBalanced(name) || DOES.test(name)) return false;
  if (
    name.startsWith('各') &&
    /^各(?:级|类|省|市|县|区|州|地|乡|镇|有关|相关|部门|单位|旗|盟|成员|设区|自治|直属|高校|学校|街道|片区|园区|功能区|开发区|银行|金融|试点|责任|行业|电信|基础)/.test(
      name,
    )
  )
    return BODY.test(name) || /^各(?:省|市|县|区|地|级|州|旗|盟)/.test(name);
  return (
    STATE_GRID.test(name) ||
    isCounty(name) ||
    (BODY.test(name) && !NO_BODY.test(name) && !NO_NAME.test(name))
  );
}

/** Whether a name is that of a county and no common word: 萧山区, but 山区. */
function isCounty(name: string): boolean {
  return name.length > 2 && /[县区旗]$/.test(name) && isDivisionName(name);
}

/** 国网浙江电力, of the company of that province. */
const STATE_GRID = /^国网[\u4e00-\u9fff]{2,8}电力$/;

function isBalanced(name: string): boolean {
  return (
    name.split('(').length === name.split(')').length &&
    name.split('“').length === name.split('”').length
  );
}

const NATIONAL: ReadonlySet<string> = new Set(table.national.split(' '));
const NATIONAL_IN_LISTS: ReadonlySet<string> = new Set(table.nationalInNationalLists.split(' '));

/** Whether a name without place and level is that of a department of the State Council or a central body, wherever it stands. */
export function isNationalName(name: string): boolean {
  return NATIONAL.has(name);
}

/** Whether a name without place and level is that of a central body in a list of such: 国资委, which provinces and cities have too. */
export function isNationalInList(name: string): boolean {
  return NATIONAL_IN_LISTS.has(name);
}
