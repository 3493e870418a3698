/**
 * A number that nothing in the index has: where in what was typed it begins.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import { listTerms, preparePhrase } from './analyze-text';
import { isFunctionCharacter, isFunctionWord } from './function-words';
import type { NumberMatches } from './number-matches';
import { readDocumentNumber } from './query';

/** Those of the Central Committee and the State Council are known whether a document has them or not. */
const CENTRAL_CODES = ['中发', '中办发', '国发', '国办发', '国函', '国办函'];

/** No code is longer, but where a kind is written out: 工信部联通信 has six characters. What is longer has words before it. */
const LONGEST_CODE = 8;

/** Verbs that lead in to a number and ask for nothing else. */
const LEAD_INS: ReadonlySet<string> = new Set(
  '依据 依照 遵照 参照 按 据 落实 贯彻 贯彻落实 执行 结合 印发 转发 见 请 认真 严格 文件'.split(
    ' ',
  ),
);

/**
 * The number without the words before it: from where a code begins that a document of the index has, for another number, or that is central. Where there is
 * none, all of it where that can be a code, else all of it and its words.
 *
 * @param numbers of the documents of the index
 */
export function partUnknownNumber(
  matches: NumberMatches,
  numbers: readonly string[],
): NumberMatches {
  const { number: typed } = matches;
  const { code = '', isKind = false } = readDocumentNumber(preparePhrase(typed)) ?? {};
  const known = new Set([...CENTRAL_CODES, ...numbers.map(codeOf)]);
  for (let at = 0; at < code.length; at++)
    if (known.has(code.slice(at)))
      return { ...matches, number: typed.slice(at), rest: typed.slice(0, at) };
  return code.length > LONGEST_CODE && !isKind ? { ...matches, rest: code } : matches;
}

function codeOf(number: string): string {
  return readDocumentNumber(preparePhrase(number))?.code ?? '';
}

/** Whether words that stand before a number look for something themselves, as in 数字经济国发〔2021〕29号. */
export function asksMore(rest: string, segmenter: Segmenter): boolean {
  return listTerms(segmenter, rest).some(
    ({ text }) => !LEAD_INS.has(text) && !isFunctionWord(text) && !isFunctionCharacter(text),
  );
}
