/**
 * Place names: how texts call provinces, prefectures, cities and counties, by what these are.
 *
 * @module
 */
import {
  type Division,
  findProvince,
  listCounties,
  PREFECTURES,
  PROVINCES,
  shortenPrefecture,
  shortenProvince,
} from '../divisions';

/** What a government's place can be called by its own documents. */
export type Scope = '省' | '自治区' | '市' | '州' | '盟' | '地区' | '区' | '县' | '旗';

/** A name that speaks for a division. */
export interface Place {
  readonly name: string;
  readonly division: Division;
}

/** The names of a scope, for one pass over a text. */
export interface PlaceNames {
  /** 1 at the {@link hashPair} of the first two code units of a name: few other pairs share it. */
  readonly starts: Uint8Array;
  /** By the first two code units, longest name first. */
  readonly byStart: ReadonlyMap<string, readonly Place[]>;
}

/** Made when first asked for. */
const namesByScope = new Map<Scope, PlaceNames>();

/** The names of the places that a scope may mean. */
export function getPlaceNames(scope: Scope): PlaceNames {
  const known = namesByScope.get(scope);
  if (known !== undefined) return known;
  const names = indexNames(listPlaces(scope));
  namesByScope.set(scope, names);
  return names;
}

/** The places of a scope, cities of a county's rank with the others; for a province its prefectures speak, too. */
function listPlaces(scope: Scope): readonly Place[] {
  if (scope === '区' || scope === '县' || scope === '旗') return listCountiesOf(scope);
  const places = [...PROVINCES, ...PREFECTURES, ...(scope === '市' ? listCounties() : [])]
    .filter(({ name }) => name.endsWith(scope))
    .map((division) => ({ name: shortenName(division.name), division }));
  if (scope !== '省' && scope !== '自治区') return places;
  const known = new Set(places.map(({ name }) => name));
  for (const { code, name } of PREFECTURES) {
    const short = shortenName(name);
    const division = findProvince(code);
    if (division?.name.endsWith(scope) === true && !known.has(short))
      places.push({ name: short, division });
  }
  return places;
}

/** Counties by their full names, where only one in the country has it. */
function listCountiesOf(scope: Scope): readonly Place[] {
  const named = new Map<string, number>();
  for (const { name } of listCounties()) named.set(name, (named.get(name) ?? 0) + 1);
  return listCounties()
    .filter(({ name }) => name.endsWith(scope) && named.get(name) === 1)
    .map((division) => ({ name: division.name, division }));
}

/** 云澜 of 云澜市, 黔东南 of 黔东南苗族侗族自治州. */
function shortenName(name: string): string {
  const short = shortenPrefecture(name).replace(/(?<=..)(?:自治州|地区|[市州盟])$/, '');
  return short === name ? shortenProvince(name) : short;
}

function indexNames(places: readonly Place[]): PlaceNames {
  const starts = new Uint8Array(0x10000);
  const byStart = new Map<string, Place[]>();
  for (const place of places) {
    starts[hashPair(place.name.charCodeAt(0), place.name.charCodeAt(1))] = 1;
    const start = place.name.slice(0, 2);
    byStart.set(start, [...(byStart.get(start) ?? []), place]);
  }
  for (const same of byStart.values()) same.sort((a, b) => b.name.length - a.name.length);
  return { starts, byStart };
}

/** A number of 16 bits for two code units. */
export function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3b) ^ second) & 0xffff;
}
