/**
 * Where a document number is mentioned, in whatever spelling, and what stands before it.
 *
 * @module
 */
import { formatChineseNumeral } from '../text';
import { preparePhrase } from './analyze-text';
import type { LiveSegment } from './live-segment';
import { flagUnderNames, prepareNames } from './passage-names';
import { listCandidates } from './phrase';
import type { DocumentNumber } from './query';
import { readString } from './string-table';

/** The mentions of a number's year and serial in one segment, behind at least the end of its code. */
export interface Mentions {
  /** The live passages, ascending, where the text, a heading or the title has the number with this end of its code. */
  list(code: string): readonly number[];
  /** Whether the text of a live passage has it by itself, not as the rest of a longer number: 办发〔2021〕9号 always stands in 国办发〔2021〕9号. */
  standsAlone(code: string): boolean;
}

/** Characters of a code that have to stand in the text: an issuer has no shorter name than 国发. */
export const SHORTEST_CODE = 2;

/** What stands before a number that is not the rest of a longer one: a bracket, the beginning, or words as in 根据国发, 和国发. */
const BEFORE_NUMBER = /^(?:\P{Script=Han}|[据照按和及与彻实])?$/u;

/**
 * The mentions of a number in a segment. Takes time in the passages that hold the last characters of the code and the year.
 *
 * @param asked in lower case, as texts are prepared
 */
export function findMentions(
  live: LiveSegment,
  asked: DocumentNumber,
  hasBigrams: boolean,
): Mentions {
  const { segment, deleted } = live;
  const isLive = (ordinal: number): boolean => deleted?.[ordinal] !== 1;
  const listBefore = createReader(asked);
  const passages = new Map<number, readonly Before[]>();
  const candidates = listParts(asked).flatMap((parts) => [
    ...listCandidates(segment, parts, hasBigrams),
  ]);
  for (const ordinal of new Uint16Array(new Set(candidates)).sort()) {
    if (!isLive(ordinal)) continue;
    const found = listBefore(preparePhrase(readString(segment.passages.texts, ordinal)));
    if (found.length > 0) passages.set(ordinal, found);
  }
  const names = prepareNames(segment);
  const named = listBefore(names.text);
  return {
    list: (code) => {
      const inText = [...passages]
        .filter(([, found]) => found.some(({ before }) => before.endsWith(code)))
        .map(([ordinal]) => ordinal);
      const inName = named.filter(({ before }) => before.endsWith(code));
      if (inName.length === 0) return inText;
      const flags = flagUnderNames(segment, new Set(inName.map(({ at }) => names.nameAt(at))));
      for (const ordinal of inText) flags[ordinal] = 1;
      return [...flags.keys()].filter((ordinal) => flags[ordinal] === 1 && isLive(ordinal));
    },
    standsAlone: (code) =>
      [...passages.values()].some((found) =>
        found.some(
          ({ before }) =>
            before.endsWith(code) &&
            BEFORE_NUMBER.test(before.charAt(before.length - code.length - 1)),
        ),
      ),
  };
}

/** A code at a mention, with what stands before it. */
interface Before {
  readonly at: number;
  readonly before: string;
}

/** What any mention of a number has to have: the last characters of its code, and the year, or the serial of an order. */
function listParts({ code, year, serial, isKind }: DocumentNumber): readonly string[] {
  if (!isKind) return [`${code.slice(-SHORTEST_CODE)} ${year ?? ''}`];
  const counts = year === undefined ? listSerials(serial) : [year];
  const body = code.replace(KIND, '').slice(-SHORTEST_CODE);
  const bodies = code.endsWith('国务院令') ? [body, '国令'] : [body];
  return bodies.flatMap((part) => counts.map((count) => `${part} ${count}`));
}

/** The serial of an order in Arabic and in Chinese digits. */
export function listSerials(serial: string): readonly string[] {
  const count = Number(serial);
  return count === 0 ? ['0'] : [String(count), formatChineseNumeral(count)];
}

const KIND = /(?:公告|令)$/;

/** Finds the mentions of year and serial in a text, each with the code as it stands before them, or as an order has it about or behind them. */
function createReader(asked: DocumentNumber): (text: string) => readonly Before[] {
  const pattern = createPattern(asked);
  const reach = asked.code.length + 1;
  const [kind = ''] = asked.isKind ? (KIND.exec(asked.code) ?? []) : [];
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ index: at, 0: number }) => {
      const before = text.slice(Math.max(0, at - reach), at);
      if (kind === '') return [{ at, before }];
      const behind = text.slice(at + number.length, at + number.length + reach);
      const order = behind.slice(0, behind.indexOf(kind) + kind.length);
      return [before.replace(/国令$/, '国务院令'), `${before}${order}`, order].map((code) => ({
        at,
        before: code,
      }));
    });
}

/** Year and serial in any spelling: 〔2021〕29号, (2021年)第029号, 2021年第29号; the serial of orders alone: 第52号, 第五十二号. */
function createPattern({ year, serial }: DocumentNumber): RegExp {
  if (year === undefined) return new RegExp(`\\(?第?0*(?:${listSerials(serial).join('|')})号`, 'g');
  const number = `\\(?第?0*${Number(serial)}号`;
  return new RegExp(`(?:[〔[【(<〈]${year}年?[〕\\]】)>〉]|\\(?${year}年),?${number}`, 'g');
}
