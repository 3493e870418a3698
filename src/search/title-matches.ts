/**
 * Finds the documents whose title a query is.
 *
 * @module
 */
import { listCommonNames, splitRegion } from '../document';
import { foldText, preparePhrase } from './analyze-text';
import { createDocumentMap, type DocumentMap } from './document-map';
import type { LiveSegment } from './live-segment';
import { listPassages } from './number-matches';
import { readAttribute } from './read-stored';

/** Shorter names, 条例 or 通知书, say nothing, but 密码法 does. */
const SHORTEST_NAME = /^(?:.{4,}|..法)$/su;
/** Longest title that is taken apart, in code units. */
const LONGEST_TITLE = 300;

/** What a covering notice announces: 国务院关于印发…规划的通知. */
const ANNOUNCED = /(?:印发|发布|公布|转发)(.{4,200})的(?:通知|公告|决定|函)$/u;
/** What stands before the matter of a document. */
const ISSUED_BY = /^\p{Script=Han}{0,40}?关于(?:印发|发布|公布|转发)?/u;
/** (2021—2025年), (试行). */
const NOTE = /\([^()]{1,20}\)$/;

/** The live passages of the documents whose title a text is, by segment, ascending. O(documents) once for each segment, then O(their passages). */
export function findTitled(segments: readonly LiveSegment[], text: string): readonly Uint16Array[] {
  const asked = listTitleForms(text);
  return segments.map((live) => {
    const titled = mapTitles(live.segment);
    return listPassages(live, new Set(asked.flatMap((form) => titled.get(form) ?? [])));
  });
}

/**
 * The letters and digits of a title, folded: whole, as what a covering notice announces, without what issued it, a note in brackets at its end, and the name of its
 * region. Linear.
 */
function listTitleForms(title: string, region = ''): readonly string[] {
  const whole = preparePhrase(title.slice(0, LONGEST_TITLE));
  const announced = ANNOUNCED.exec(whole)?.[1];
  const names = [whole, ...(announced === undefined ? [] : [announced])]
    .flatMap((name) => [name, name.replace(ISSUED_BY, ''), name.replace(NOTE, '')])
    .map((name) => name.replace(/[^\p{L}\p{N}]/gu, '').replace(/^中华人民共和国/, ''));
  const local = names.flatMap((name) => dropRegion(name, region));
  return [...new Set([...names, ...local])].filter((name) => SHORTEST_NAME.test(name));
}

/** 数字经济促进条例 of 浙江省数字经济促进条例. */
function dropRegion(name: string, region: string): readonly string[] {
  let rest = name;
  for (const part of splitRegion(region)) {
    const named = listCommonNames(part).map(foldText);
    const start = named.filter((one) => rest.startsWith(one)).sort((a, b) => b.length - a.length);
    rest = rest.slice(start[0]?.length ?? 0);
  }
  return rest === name ? [] : [rest];
}

/** The documents of a segment by the forms of their titles. */
const mapTitles: DocumentMap = /* @__PURE__ */ createDocumentMap((segment, document) => {
  const title = readAttribute(segment, document, 'title') ?? '';
  return listTitleForms(title, readAttribute(segment, document, 'regionName') ?? '');
});
