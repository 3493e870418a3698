/**
 * Own place: the division that a text is written for, by the name that it says most often.
 *
 * @module
 */
import { type Division, describeRegion } from '../divisions';
import type { Region } from '../model';
import { getPlaceNames, hashPair, type Scope } from './place-names';

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

/** Code units that are read: by then a text has said where it is from. */
const MAX_READ = 6000;
/** Fewer mentions may be of any place. */
const MIN_MENTIONS = 2;
/** A text names its own place once in so many code units at least. */
const LONGEST_SILENCE = 2000;
/** Share of all mentions of places of the scope that the own place has at least. */
const MIN_SHARE = 0.5;

/** The place of a scope that a text names most, or undefined where no name stands out. Of equals the one named first. Reads six thousand code units at most. */
export function findOwnPlace(text: string, scope: Scope): OwnPlace | undefined {
  let total = 0;
  let most: PlaceCount | undefined;
  for (const count of countPlaces(text, scope)) {
    total += count.mentions;
    if (most === undefined || count.mentions > most.mentions) most = count;
  }
  const read = Math.min(text.length, MAX_READ);
  const least = Math.max(MIN_MENTIONS, read / LONGEST_SILENCE, total * MIN_SHARE);
  if (most === undefined || most.mentions < least) return undefined;
  const { division, name, mentions, at } = most;
  return { region: describeRegion(division), division: division.name, name, mentions, at };
}

interface PlaceCount {
  readonly division: Division;
  readonly name: string;
  readonly at: number;
  mentions: number;
  /** Whether the full name stood there once. */
  whole: boolean;
}

/** In the order of their first mention. Names of cities of a county's rank are words, too (合作): they count where the full name (合作市) stands in the text. */
function countPlaces(text: string, scope: Scope): readonly PlaceCount[] {
  const { starts, byStart } = getPlaceNames(scope);
  const counts = new Map<string, PlaceCount>();
  const end = Math.min(text.length, MAX_READ);
  for (let at = 0; at + 1 < end; at += 1) {
    if (starts[hashPair(text.charCodeAt(at), text.charCodeAt(at + 1))] !== 1) continue;
    const places = byStart.get(text.slice(at, at + 2));
    const place = places?.find(({ name }) => text.startsWith(name, at));
    if (place === undefined) continue;
    const { division, name } = place;
    const count = counts.get(division.code) ?? { division, name, at, mentions: 0, whole: false };
    count.mentions += 1;
    count.whole ||= text.startsWith(division.name, at);
    counts.set(division.code, count);
    at += name.length - 1;
  }
  return [...counts.values()].filter(({ division, whole }) => whole || !isMinor(division));
}

/** Of a county's rank, and not directly under a province as 潜江. */
function isMinor({ code }: Division): boolean {
  return !code.endsWith('00') && code.slice(2, 4) !== '90';
}
