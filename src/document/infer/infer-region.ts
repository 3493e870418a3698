/**
 * Inferred regions: the whole country where all provinces are addressed, else the place that a text calls its own.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import type { Span } from '../../text';
import { getBlockSpan } from '../blocks';
import { COUNTRY, findRegion } from '../region';
import { type Inference, type InferenceSources, type KnownFields, PLACE_READ } from './inference';
import { findOwnPlace } from './own-place';
import { type OwnWord, readOwnWords } from './own-words';

/** The region of a text by its issuer, by whom it addresses, or by what it calls its own. Linear. */
export function inferRegion(
  { region, issuer, genre }: KnownFields,
  sources: InferenceSources,
): readonly Inference[] {
  // Where a report's government could not be told, what it says of its province would be taken for its place.
  if (region !== undefined || (genre === '工作报告' && issuer.length === 0)) return [];
  return inferSeat(issuer, sources) ?? inferAddressed(sources) ?? inferOwn(sources) ?? [];
}

/** An issuer that was inferred itself; nothing where its name is not written so. */
function inferSeat(
  issuer: readonly string[],
  { text }: InferenceSources,
): readonly Inference[] | undefined {
  const value = findRegion(issuer, undefined, undefined);
  const [name] = issuer;
  if (value === undefined || name === undefined) return undefined;
  const start = text.indexOf(name);
  if (start === -1) return [];
  const at = { start, end: start + name.length };
  return [{ field: 'region', value, because: `from the issuer ${name}`, at }];
}

/** All provinces: who addresses them is a body of the whole country. */
const ALL_PROVINCES = /省、自治区、直辖市|各省(?:\((?:自治区、直辖|区、)市\)|区市)/;

function inferAddressed({ blocks, roles }: InferenceSources): readonly Inference[] | undefined {
  const line = blocks.find(
    ({ text }, index) => roles[index] === 'addressee' && ALL_PROVINCES.test(text),
  );
  return line === undefined
    ? undefined
    : toCountry('since all provinces are addressed', getBlockSpan(line));
}

function inferOwn({ text }: InferenceSources): readonly Inference[] | undefined {
  const { word: own, hasLocal } = readOwnWords(text);
  if (own === undefined || own.scope === '国')
    return hasLocal ? undefined : (inferDirected(text) ?? inferCountry(own, text));
  const place = findOwnPlace(text, own.scope, true);
  if (place === undefined) return undefined;
  const { region, name, mentions, at } = place;
  const named = region.level === 'province' ? `${region.name} and places in it` : name;
  const because = `since the text says ${own.word} and names ${named} most (${String(mentions)} times)`;
  return [{ field: 'region', value: region, because, at: { start: at, end: at + name.length } }];
}

/** A sentence that begins with all provinces; 其他省 are those that a place compares itself with. */
const DIRECTED = /(?:^|[。;\n] {0,8})(各省(?:、自治区、直辖市|\((?:自治区、直辖|区、)市\)|区市))/;

/** 各省（区、市）要…: what a text tells all provinces to do. */
function inferDirected(text: string): readonly Inference[] | undefined {
  const match = DIRECTED.exec(text.slice(0, PLACE_READ));
  const words = match?.[1];
  if (match === null || words === undefined) return undefined;
  const end = match.index + match[0].length;
  return toCountry(`since the text speaks to "${words}"`, { start: end - words.length, end });
}

const COMPANY = /[本我](?:公司|集团|企业)|我司/;

/** 我国 in a text that speaks of no place within it as its own, and is not a company's. */
function inferCountry(own: OwnWord | undefined, text: string): readonly Inference[] | undefined {
  if (own === undefined || COMPANY.test(text.slice(0, PLACE_READ))) return undefined;
  const { word, count, at } = own;
  const because = `since the text says ${word} (${String(count)} times) and calls no place within it its own`;
  return toCountry(because, { start: at, end: at + word.length });
}

function toCountry(because: string, at: Span): readonly Inference[] {
  return [{ field: 'region', value: COUNTRY, because, at }];
}
