/**
 * Inferred regions: the whole country where all provinces are addressed, else the place that a text calls its own.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import { getBlockSpan } from '../blocks';
import { COUNTRY, findRegion } from '../region';
import type { Inference, InferenceSources, KnownFields } from './inference';
import { findOwnPlace } from './own-place';
import { countWord, readOwnWord } from './own-words';

/** All provinces: who is addressed so is addressed by a body of the whole country. */
const ALL_PROVINCES = ['省、自治区、直辖市', '各省(区、市)', '各省(自治区、直辖市)', '各省区市'];

/** The region of a text by its issuer, by whom it addresses, or by what it calls its own. Linear. */
export function inferRegion(
  { region, issuer }: KnownFields,
  sources: InferenceSources,
): readonly Inference[] {
  if (region !== undefined) return [];
  return (
    inferSeat(issuer, sources) ??
    inferAddressed(sources) ??
    inferOwn(sources) ??
    inferDirected(sources) ??
    inferCountry(sources)
  );
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

function inferAddressed({ blocks, roles }: InferenceSources): readonly Inference[] | undefined {
  const line = blocks.find(
    ({ text }, index) => roles[index] === 'addressee' && namesAllProvinces(text) !== undefined,
  );
  return line === undefined
    ? undefined
    : [
        {
          field: 'region',
          value: COUNTRY,
          because: 'since all provinces are addressed',
          at: getBlockSpan(line),
        },
      ];
}

function inferOwn({ text }: InferenceSources): readonly Inference[] | undefined {
  const own = readOwnWord(text);
  if (own === undefined) return undefined;
  const place = findOwnPlace(text, own.scope);
  if (place === undefined) return [];
  const { region, name, mentions, at } = place;
  const because = `since the text says ${own.word} and names ${name} most (${String(mentions)} times)`;
  return [{ field: 'region', value: region, because, at: { start: at, end: at + name.length } }];
}

/** 各省（区、市）要…: what a text tells all provinces to do. */
function inferDirected({ text }: InferenceSources): readonly Inference[] | undefined {
  const words = namesAllProvinces(text);
  if (words === undefined) return undefined;
  const start = text.indexOf(words);
  const because = `since the text speaks to "${words}"`;
  return [{ field: 'region', value: COUNTRY, because, at: { start, end: start + words.length } }];
}

const OWN_COUNTRY = '我国';
const MIN_OWN_COUNTRY = 2;

/** 我国 in a text that speaks of no place within it as its own. */
function inferCountry({ text }: InferenceSources): readonly Inference[] {
  const count = countWord(text, OWN_COUNTRY);
  if (count < MIN_OWN_COUNTRY) return [];
  const start = text.indexOf(OWN_COUNTRY);
  const because = `since the text says ${OWN_COUNTRY} (${String(count)} times) and calls no place within it its own`;
  return [
    { field: 'region', value: COUNTRY, because, at: { start, end: start + OWN_COUNTRY.length } },
  ];
}

function namesAllProvinces(text: string): string | undefined {
  return ALL_PROVINCES.find((words) => text.includes(words));
}
