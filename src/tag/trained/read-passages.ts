/**
 * readPassages: what stands in passages, headings and titles for a model to count: terms of the lexicon, words, sentences.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import type { Feature, PassageView } from '../features';
import type { LexiconReader } from '../lexicon-features';

/** The words of a text: those that end at `ends[from]` to `ends[to − 1]`, counted from `offset`. Texts that were cut together share `ends`. */
export interface TextWords {
  readonly ends: Uint32Array;
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** A text with its words and sentences. */
export interface ReadText {
  readonly text: string;
  readonly words: TextWords;
  /** Ends of sentences, ascending; the last is the text's length. */
  readonly sentenceEnds: readonly number[];
  readonly terms: readonly Feature[];
}

/** A passage as it was read. */
export interface ReadPassage {
  readonly body: ReadText;
  /** Outermost first. */
  readonly headings: readonly ReadText[];
  readonly title: ReadText;
}

/** Reads passages. Pure; headings and titles are remembered, since they come again with every passage under them. */
export type ReadPassages = (views: readonly PassageView[]) => readonly ReadPassage[];

/** More distinct headings and titles than this start the memory anew. */
const MEMORY = 2048;

/** The words of an empty text. */
export const NO_WORDS: TextWords = { ends: new Uint32Array(0), from: 0, to: 0, offset: 0 };

/** A reader of passages by a lexicon and a segmenter. All passages are cut in one call. Linear in the text. */
export function createPassageReader(lexicon: LexiconReader, segmenter: Segmenter): ReadPassages {
  const memory = new Map<string, ReadText>();
  const readContext = (text: string): ReadText => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    if (memory.size >= MEMORY) memory.clear();
    const [terms = []] = lexicon.readAlone([text]);
    const ends = segmenter.wordBoundaries(text);
    const words = { ends, from: 0, to: ends.length, offset: 0 };
    const read = { text, words, sentenceEnds: [], terms };
    memory.set(text, read);
    return read;
  };
  return (views) => {
    const joined = views.map(({ text }) => text).join('\n');
    const ends = segmenter.wordBoundaries(joined);
    const words = shareWords(views, ends);
    const terms = lexicon.readPassages(views, joined, ends);
    return views.map(({ text, headings, title }, i) => ({
      body: {
        text,
        words: words[i] ?? NO_WORDS,
        sentenceEnds: findSentenceEnds(text),
        terms: terms[i] ?? [],
      },
      headings: headings.map(readContext),
      title: readContext(title),
    }));
  };
}

/** The words of each text. Texts are cut as one, with line feeds in between, which no word goes across: a call costs more than a passage. */
function shareWords(views: readonly PassageView[], ends: Uint32Array): readonly TextWords[] {
  let at = 0;
  let offset = 0;
  return views.map(({ text }) => {
    const end = offset + text.length;
    const from = at;
    while (at < ends.length && (ends[at] ?? 0) <= end) at += 1;
    const words = { ends, from, to: at, offset };
    offset = end + 1;
    if (at < ends.length && ends[at] === offset) at += 1;
    return words;
  });
}

/** 。！？；!?; and the line feed. */
const SENTENCE_ENDS: ReadonlySet<number> = new Set([
  0x3002, 0xff01, 0xff1f, 0xff1b, 0x21, 0x3f, 0x3b, 0x0a,
]);

function findSentenceEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if ((unit < 0x40 || unit === 0x3002 || unit > 0xff00) && SENTENCE_ENDS.has(unit))
      ends.push(at + 1);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}
