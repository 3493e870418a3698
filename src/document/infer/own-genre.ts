/**
 * Own genre: what a text without its title calls itself: 特制定本行动计划, 现将有关事项通知如下.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import { GENRES } from '../genres';
import type { Genre } from '../model';

/** A genre, and the words that say so. */
export interface OwnGenre {
  readonly genre: Genre;
  readonly words: string;
  /** Where the words begin in the paragraph. */
  readonly start: number;
}

const GENRE = `(?:${GENRES.filter((genre) => genre !== '函').join('|')})`;
const MADE = '(?:制定|制订|编制|拟定|出台|提出|印发|形成)了?';
/** 本行动计划; what somebody else is to draw up is not the text's own: 制定本地区实施方案, 本系统, 本年度. */
const OWN = `${MADE}(?:如下|以下)?本(?:实施|行动|若干|工作|管理|暂行|规划){0,2}(${GENRE})(?=[。,;:(<]|$)`;
/** 提出以下指导意见, 制定若干政策措施如下. */
const FOLLOWING = `(?:制定|制订|提出)(?:如下|以下|若干)[\\u4e00-\\u9fff]{0,8}?(${GENRE})(?=如下|[。,;:]|$)`;
/** 制定《某某方案》(以下简称《方案》). */
const NAMED = `(?:特|现|组织)(?:制定|制订|编制|编写)了?《[^《》]{2,60}?(${GENRE})(?:\\([^()]{1,20}\\))?》`;
/** 现将有关事项通知如下; what is enclosed with a notice is announced so, too: 现印发给你们. */
const SAID =
  '(?:现|特此?|有关|事项|事宜|工作|要求|内容)[\\u4e00-\\u9fff]{0,8}?(通知|通报|通告|公告|批复|答复|决定|决议)如下';
const ENCLOSED = '(?:印发|转发|发)给你们';
/** What a notice says goes before what it says of its enclosure: 组织制定了《管理办法》,现印发给你们. */
const NOTIFIED = new RegExp(`${SAID}|${ENCLOSED}`);
const SELF_NAMED = new RegExp(`${OWN}|${FOLLOWING}|${NAMED}`);

/** The genre that a paragraph says the text is of, or undefined. Linear. */
export function readOwnGenre(text: string): OwnGenre | undefined {
  if (!MAY_NAME.test(text)) return undefined;
  const notified = NOTIFIED.exec(text);
  if (notified !== null) {
    const genre = (notified[1] ?? '通知') as Genre;
    return { genre, words: notified[0], start: notified.index };
  }
  const match = SELF_NAMED.exec(text);
  if (match === null) return undefined;
  const [words, own, following, named] = match;
  return { genre: (own ?? following ?? named) as Genre, words, start: match.index };
}

/** Most paragraphs have none of these. */
const MAY_NAME = /本|如下|以下|若干|《|给你们/;

/** 本办法自…起施行, 本指南旨在…: what a text says of itself when it does not say why it was made. */
const SPOKEN_OF = new RegExp(
  `本[\\u4e00-\\u9fff]{0,6}?(${GENRE})(?:自[^。;,]{2,30}(?:施行|实施|执行|试行)|由[^。;,]{2,40}(?:解释|编制)|旨在|适用|所称|所指)`,
);

/** The genre by which a paragraph speaks of the text as a whole, or undefined. Linear. */
export function readSpokenGenre(text: string): OwnGenre | undefined {
  const match = text.includes('本') ? SPOKEN_OF.exec(text) : null;
  if (match === null) return undefined;
  return { genre: match[1] as Genre, words: match[0], start: match.index };
}
