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
import type { Inference, InferenceSources, KnownFields } from './inference';
import { findOwnPlace } from './own-place';
import { type OwnWord, readOwnWord } from './own-words';

/** The region of a text by its issuer, by whom it addresses, or by what it calls its own. Linear. */
export function inferRegion(
  { region, issuer, genre }: KnownFields,
  sources: InferenceSources,
): readonly Inference[] {
  // Where a report's government could not be told, what it says of its province would be taken for its place.
  if (region !== undefined || (genre === '工作报告' && issuer.length === 0)) return [];
  const own = readOwnWord(sources.text);
  return inferSeat(issuer, sources) ?? inferAddressed(sources) ?? inferOwn(own, sources) ?? [];
}

/** An issuer that was inferred itself. */
function inferSeat(
  issuer: readonly string[],
  { text }: InferenceSources,
): readonly Inference[] | undefined {
  const value = findRegion(issuer, undefined, undefined);
  const [name] = issuer;
  if (value === undefined || name === undefined) return undefined;
  const start = Math.max(0, text.indexOf(name));
  const at = { start, end: Math.min(text.length, start + name.length) };
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

function inferOwn(
  own: OwnWord | undefined,
  { text }: InferenceSources,
): readonly Inference[] | undefined {
  if (own === undefined || own.scope === '国') return inferDirected(text) ?? inferCountry(own);
  const place = findOwnPlace(text, own.scope);
  if (place === undefined) return undefined;
  const { region, name, mentions, at } = place;
  const named = region.level === 'province' ? `${region.name} and places in it` : name;
  const because = `since the text says ${own.word} and names ${named} most (${String(mentions)} times)`;
  return [{ field: 'region', value: region, because, at: { start: at, end: at + name.length } }];
}

/** 各省（区、市）要…: what a text tells all provinces to do. */
function inferDirected(text: string): readonly Inference[] | undefined {
  const match = ALL_PROVINCES.exec(text);
  if (match === null) return undefined;
  const [words] = match;
  const at = { start: match.index, end: match.index + words.length };
  return toCountry(`since the text speaks to "${words}"`, at);
}

/** 我国 in a text that speaks of no place within it as its own. */
function inferCountry(own: OwnWord | undefined): readonly Inference[] | undefined {
  if (own === undefined) return undefined;
  const { word, count, at } = own;
  const because = `since the text says ${word} (${String(count)} times) and calls no place within it its own`;
  return toCountry(because, { start: at, end: at + word.length });
}

function toCountry(because: string, at: Span): readonly Inference[] {
  return [{ field: 'region', value: COUNTRY, because, at }];
}
