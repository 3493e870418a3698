/**
 * Own places: where a document speaks of its own province, city or county, and of divisions by name.
 *
 * @module
 */
import divisions from '../../corpus/divisions/divisions.json';
import type { PolicyDocument } from '../document';
import { createTermMatcher, type TermMatcher } from '../segment';
import type { Span } from '../text';

/** Words by which a local document means itself. */
const OWN_WORDS = [
  '全省',
  '我省',
  '全市',
  '我市',
  '全区',
  '我区',
  '全县',
  '我县',
  '全州',
  '我州',
  '全盟',
  '我盟',
  '全旗',
  '我旗',
  '本市',
  '本省',
  '本区',
  '本县',
];

/** Finds the places that a document's passages name, in the folded text given. */
export type FindPlaces = (text: string) => readonly Span[];

/**
 * The finder of places for a document: 我市, 全省 and the like, full names of provinces and prefectures, and where its region is known, of counties of its own province, short names of the region and
 * of a province's prefectures. A document of the whole country has no own places. Linear.
 */
export function createPlaceFinder({ region }: Pick<PolicyDocument, 'region'>): FindPlaces {
  if (region === undefined) return (text) => getMatcher(undefined).find(text);
  if (region.level === 'country') return () => [];
  const matcher = getMatcher(region.code.slice(0, 2));
  const inside = region.level === 'province' ? listShortPrefectures(region.code.slice(0, 2)) : [];
  const own = [...new Set([...listShortNames(region.name), ...inside])];
  const shortMatcher = own.length === 0 ? undefined : createTermMatcher(own);
  return (text) => [...matcher.find(text), ...(shortMatcher?.find(text) ?? [])];
}

/** The kind of a division, at the end of its name. */
const KIND = /(?:特别行政区|自治区|自治州|地区|省|市|盟)$/;
const matchers = new Map<string | undefined, TermMatcher>();

function getMatcher(province: string | undefined): TermMatcher {
  const known = matchers.get(province);
  if (known !== undefined) return known;
  const counties =
    province === undefined
      ? []
      : listNames(divisions.counties, (code) => code.startsWith(province));
  const names = [
    ...OWN_WORDS,
    ...listNames(divisions.provinces, () => true),
    ...listNames(divisions.prefectures, () => true),
    ...counties,
  ];
  const matcher = createTermMatcher([...new Set(names)]);
  matchers.set(province, matcher);
  return matcher;
}

/** Names of three characters or more: shorter ones are ordinary words too. */
function listNames(list: string, isWanted: (code: string) => boolean): readonly string[] {
  return list
    .split(' ')
    .filter((entry) => isWanted(entry.slice(0, 6)))
    .map((entry) => entry.slice(6))
    .filter((name) => name.length >= 3);
}

/** 山东 and 济南 of 山东省济南市. */
function listShortNames(name: string): readonly string[] {
  const parts = name.split(/[省市区县州盟旗]/);
  // What follows the last of these characters is no name of a division.
  return parts.slice(0, -1).filter((part) => part.length >= 2 && !part.endsWith('自治'));
}

/** Prefectures whose short names are ordinary words too. */
const ORDINARY = new Set(['安康', '长治', '大同', '朝阳', '白银', '来宾', '日照']);

/** 包头 of 包头市. */
function listShortPrefectures(province: string): readonly string[] {
  return listNames(divisions.prefectures, (code) => code.startsWith(province))
    .map((name) => name.replace(KIND, ''))
    .filter((name) => name.length >= 2 && !ORDINARY.has(name));
}

/** Whether a word names a province or a prefecture, with or without its kind: 济南, 济南市. */
export function isPlaceName(word: string): boolean {
  return placeNames.has(word);
}

const placeNames: ReadonlySet<string> = new Set(
  [divisions.provinces, divisions.prefectures]
    .flatMap((list) => listNames(list, () => true))
    .flatMap((name) => [name, name.replace(KIND, '')]),
);
