/**
 * Own place: the division that a text is written for, by the name that it says most often.
 *
 * @module
 */
import { type Division, describeRegion, shortenPrefecture, shortenProvince } from '../divisions';
import type { Region } from '../model';
import { PLACE_READ } from './inference';
import { getPlaceNames, hashPair, type Place, type Scope } from './place-names';

/** The place that a text is written for. */
export interface OwnPlace {
  readonly region: Region;
  /** Its full name without that of the place above, 云澜市. */
  readonly division: string;
  /** Its name as the text has it first, 云澜. */
  readonly name: string;
  /** How often it is named, for a province its prefectures included. */
  readonly mentions: number;
  /** Where it is named first. */
  readonly at: number;
}

/** Fewer mentions may be of any place. */
const MIN_MENTIONS = 2;
/** A text names its own place once in so many code units at least. */
const LONGEST_SILENCE = 2000;
/** Share of all mentions of places of the scope that the own place has at least. */
const MIN_SHARE = 0.5;

/** Names that are words, too, or stand in many: 朝阳产业, 长治久安, 中山公园. */
const WORDS: ReadonlySet<string> = new Set(
  '朝阳 大庆 中卫 东方 新星 长治 日照 安宁 大理 文山 来宾 白银 白山 三明 中山 大同 普洱 双河 白杨'.split(
    ' ',
  ),
);

/**
 * The place of a scope that a text names most, or undefined where no name stands out; of equals none. Names that are words count where the full name stands in the
 * text once, with `whole` all names. Reads six thousand code units at most.
 */
export function findOwnPlace(text: string, scope: Scope, whole = false): OwnPlace | undefined {
  const counts = countPlaces(text, scope).filter(
    (count) => count.whole || !(whole || isWord(count.division)),
  );
  const total = counts.reduce((sum, { mentions }) => sum + mentions, 0);
  const most = findMost(counts);
  const read = Math.min(text.length, PLACE_READ);
  const least = Math.max(MIN_MENTIONS, read / LONGEST_SILENCE, total * MIN_SHARE);
  if (most === undefined || most.mentions < least) return undefined;
  const { division, name, mentions, at } = most;
  return { region: describeRegion(division), division: division.name, name, mentions, at };
}

/** The one with more mentions than any other. */
function findMost(counts: readonly PlaceCount[]): PlaceCount | undefined {
  const [first, second] = [...counts].sort((a, b) => b.mentions - a.mentions);
  return first?.mentions === second?.mentions ? undefined : first;
}

interface PlaceCount {
  readonly division: Division;
  readonly name: string;
  readonly at: number;
  mentions: number;
  /** Whether the full name stood there once. */
  whole: boolean;
}

/** In the order of their first mention. */
function countPlaces(text: string, scope: Scope): readonly PlaceCount[] {
  const { starts, byStart } = getPlaceNames(scope);
  const counts = new Map<string, PlaceCount>();
  const end = Math.min(text.length, PLACE_READ);
  for (let at = 0; at + 1 < end; at += 1) {
    if (starts[hashPair(text.charCodeAt(at), text.charCodeAt(at + 1))] !== 1) continue;
    const places = byStart.get(text.slice(at, at + 2));
    const place = places?.find(({ name }) => text.startsWith(name, at));
    if (place === undefined) continue;
    const { division, name } = place;
    const count = counts.get(division.code) ?? { division, name, at, mentions: 0, whole: false };
    count.mentions += 1;
    count.whole ||= isWhole(text, at, place);
    counts.set(division.code, count);
    at += name.length - 1;
  }
  return [...counts.values()];
}

/** Whether a full name stands there, 凉山州, or that of a province, 山东; not where it is a part of other words: 合作市场, 东方市民. */
function isWhole(text: string, at: number, { name: called, division: { name } }: Place): boolean {
  if (/[省区]$/.test(name) && called === shortenProvince(name)) return true;
  const full = [name, shortenPrefecture(name)].find((each) => text.startsWith(each, at));
  if (full === undefined) return false;
  const after = text.charAt(at + full.length);
  return !(full.endsWith('市') && (after === '场' || after === '民'));
}

/** Names of cities of a county's rank are often words (合作), unless directly under a province as 潜江. */
function isWord({ code, name }: Division): boolean {
  return WORDS.has(name.slice(0, 2)) || (!code.endsWith('00') && code.slice(2, 4) !== '90');
}
