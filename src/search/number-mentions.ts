/**
 * Where a document number is mentioned, in whatever spelling, and what stands before it.
 *
 * @module
 */
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
  const pattern = createPattern(asked);
  const listBefore = (text: string, reach: number): readonly Before[] =>
    [...text.matchAll(pattern)].map(({ index }) => ({
      at: index,
      before: text.slice(Math.max(0, index - reach), index),
    }));
  const reach = asked.code.length + 1;
  const parts = `${asked.code.slice(-SHORTEST_CODE)} ${asked.year ?? ''}`;
  const passages = new Map<number, readonly Before[]>();
  for (const ordinal of listCandidates(segment, parts, hasBigrams)) {
    if (!isLive(ordinal)) continue;
    const text = preparePhrase(readString(segment.passages.texts, ordinal));
    const found = listBefore(text, reach);
    if (found.length > 0) passages.set(ordinal, found);
  }
  const names = prepareNames(segment);
  const named = listBefore(names.text, reach);
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

/** What stands before a mention. */
interface Before {
  readonly at: number;
  readonly before: string;
}

/** Year and serial in any spelling: 〔2021〕29号, (2021年)第029号, 2021年第29号; the serial of orders alone: 第52号. */
function createPattern({ year, serial }: DocumentNumber): RegExp {
  const number = `\\(?第?0*${Number(serial)}号`;
  if (year === undefined) return new RegExp(number, 'g');
  return new RegExp(`(?:[〔[【(<〈]${year}年?[〕\\]】)>〉]|\\(?${year}年),?${number}`, 'g');
}
