/**
 * readPassages: what stands in passages, headings and titles for a model to count: terms of the lexicon, words, sentences.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import type { Feature, PassageView } from '../features';
import type { LexiconReader } from '../lexicon-features';

/** A text with its words and sentences, each as the offsets where they end. */
export interface ReadText {
  readonly text: string;
  /** Ends of words, ascending. */
  readonly wordEnds: Uint32Array;
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

/** A reader of passages by a lexicon and a segmenter. All passages are cut in one call. Linear in the text. */
export function createPassageReader(lexicon: LexiconReader, segmenter: Segmenter): ReadPassages {
  const memory = new Map<string, ReadText>();
  const readContext = (text: string): ReadText => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    if (memory.size >= MEMORY) memory.clear();
    const [terms = []] = lexicon.readAlone([text]);
    const read = { text, wordEnds: segmenter.wordBoundaries(text), sentenceEnds: [], terms };
    memory.set(text, read);
    return read;
  };
  return (views) => {
    const ends = cutTogether(views, segmenter);
    const terms = lexicon.readPassages(views, ends.joined);
    return views.map(({ text, headings, title }, i) => ({
      body: {
        text,
        wordEnds: ends.of(i),
        sentenceEnds: findSentenceEnds(text),
        terms: terms[i] ?? [],
      },
      headings: headings.map(readContext),
      title: readContext(title),
    }));
  };
}

interface JoinedEnds {
  /** Of all texts, joined by line feeds. */
  readonly joined: Uint32Array;
  /** Of one text, as offsets into it; ask in ascending order. */
  of(index: number): Uint32Array;
}

/** Texts are cut as one, with line feeds in between, which no word goes across: a call costs more than a passage. */
function cutTogether(views: readonly PassageView[], segmenter: Segmenter): JoinedEnds {
  const joined = segmenter.wordBoundaries(views.map(({ text }) => text).join('\n'));
  let at = 0;
  let offset = 0;
  const parts = views.map(({ text }) => {
    const end = offset + text.length;
    const from = at;
    while (at < joined.length && (joined[at] ?? 0) <= end) at += 1;
    const part = joined.slice(from, at);
    for (let i = 0; i < part.length; i += 1) part[i] = (part[i] ?? 0) - offset;
    offset = end + 1;
    if (at < joined.length && joined[at] === offset) at += 1;
    return part;
  });
  return { joined, of: (index) => parts[index] ?? new Uint32Array(0) };
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
