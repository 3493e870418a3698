/**
 * Reads from the words around a citation why the document is named.
 *
 * @module
 */
import type { CitationRelation } from './model';

/** How far the words may stand away, in code units. */
const REACH = 40;

const REPEALED_BEHIND = /^[^。;!?《]{0,30}?(?<!,)(?:同时废止|废止|停止执行|失效)/;
const REPEALS_BEFORE = /(?:废止|停止执行)[^。;!?,《》]{0,6}$/;
const ISSUED_BEHIND =
  /^(?:[^。;!?]{0,8}(?:已|业)经[^。;!?]{0,40}(?:同意|通过|公布|审议)|[,、]?(?:现)?(?:印发|发布|公布)(?:给|实施|施行|,|。|$))/;
const ISSUES_BEFORE =
  /(?:印发|制定|制订|修订|修改|出台|编制|发布|公布|转发|起草|研究制定|颁布|下发|推出|拟订|拟定|形成了|现将)(?:实施|了|的)?[^。;!?,:]{0,14}$/;
const BASIS_BEFORE =
  /(?:根据|依据|按照|遵照|依照|参照|对照|遵循|遵守|落实|贯彻|执行|符合|结合|按|依|据|推动|对接|推进|实施)[^。;!?]{0,32}$/;
const BASIS_BEHIND = /^[^。;!?,]{0,10}(?:精神|要求|规定的?(?:要求)?|部署),(?:结合|制定|现)/;
const MADE_BEFORE = /(?:印发|颁布|出台|发布|公布|制定)实施(?:了)?[^。;!?,《》]{0,20}$/;
const MADE_BEHIND = /^(?:的)?(?:编制|修订|制定|起草|编修)(?!依据)/;
/** Rows of lists of standards: 国家标准已发布GB/T…. */
const STANDARD_LISTED = /(?:标准|已)发布$/;
const PUSHED_BEFORE = /(?:推动|推进|加快|完成|促进|做好)[^。;!?,《》]{0,12}$/;
const PUSHED_BEHIND = /^[^。;!?,《》]{0,16}(?:出台|发布|印发|编制|修订|制定)(?=[,。;]|$)/;
const MENTIONED_BEFORE = /(?:不符合|违反|对接)[^。;!?,]{0,30}$/;

/** Why the document, or the row of documents, at `start` to `end` of a folded text is named. Constant time. */
export function readRelation(text: string, start: number, end: number): CitationRelation {
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH * 2);
  if (REPEALED_BEHIND.test(behind) || REPEALS_BEFORE.test(before)) return 'repeals';
  if (MADE_BEFORE.test(before) || MADE_BEHIND.test(behind)) return 'issues';
  if (PUSHED_BEFORE.test(before) && PUSHED_BEHIND.test(behind)) return 'issues';
  if (STANDARD_LISTED.test(before)) return 'mentions';
  if (MENTIONED_BEFORE.test(before)) return 'mentions';
  const isNamed = /^[^。;!?,]{0,4}文件/.test(behind) && before.endsWith('的');
  if (isNamed) return 'mentions';
  const issues = ISSUES_BEFORE.exec(before)?.index ?? -1;
  const basis = BASIS_BEFORE.exec(before)?.index ?? -1;
  if (ISSUED_BEHIND.test(behind) && basis === -1) return 'issues';
  if (issues === -1 && basis === -1) return BASIS_BEHIND.test(behind) ? 'basis' : 'mentions';
  return issues > basis ? 'issues' : 'basis';
}
