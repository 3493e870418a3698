/**
 * readPassages: what stands in passages, headings and titles for a model to count: terms of the lexicon, words, sentences.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import { hasWords, type PassageView } from '../features';
import { findSentenceMark } from '../sentence-ends';
import type { CutTexts, FoundTerm, LexiconReader, Matches } from './read-lexicon';

/** The words of a text: those that end at `ends[from]` to `ends[to − 1]`. Texts that were cut together share `ends`, which count in them `joined`; there the text begins at `offset`. */
export interface TextWords {
  readonly joined: string;
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
  readonly terms: readonly FoundTerm[];
}

/** A passage as it was read. */
export interface ReadPassage {
  readonly body: ReadText;
  /** Outermost first. */
  readonly headings: readonly ReadText[];
  readonly title: ReadText;
}

/** Reads passages. Pure; a heading or title is read once, since it comes again with every passage under it. */
export type ReadPassages = (views: readonly PassageView[]) => readonly ReadPassage[];

/** The words of an empty text. */
export const NO_WORDS: TextWords = {
  joined: '',
  ends: new Uint32Array(0),
  from: 0,
  to: 0,
  offset: 0,
};

/** A heading or title as it was read, and the cues in it. */
interface ReadContext extends ReadText {
  readonly cues: number;
}

/**
 * A reader of passages by a lexicon and a segmenter. The headings above them are cut in one call, and they in another. With `onlySpeaking` a passage in which no term of the lexicon speaks for a
 * concept is not cut, and counts as one without words. Linear in the text.
 */
export function createPassageReader(
  lexicon: LexiconReader,
  segmenter: Segmenter,
  onlySpeaking: boolean,
): ReadPassages {
  const cut = (texts: readonly string[], matches: readonly Matches[]): CutTexts => {
    const joined = texts.join('\n');
    return { texts, matches, joined, ends: segmenter.wordBoundaries(joined) };
  };
  const readContexts = (views: readonly PassageView[]): ReadonlyMap<string, ReadContext> => {
    const texts = listContexts(views);
    const contexts = cut(texts, lexicon.match(texts));
    const words = shareWords(contexts);
    const readNext = lexicon.read(contexts);
    return new Map(
      texts.map((text, i) => {
        const { terms, cues } = readNext();
        return [text, { text, words: words[i] ?? NO_WORDS, sentenceEnds: [], terms, cues }];
      }),
    );
  };
  return (views) => {
    const contexts = readContexts(views);
    const matches = lexicon.match(views.map(({ text }) => text));
    const found = views.map((view, i): FoundPassage => {
      const headings = view.headings.map((heading) => contexts.get(heading) ?? NOTHING);
      const title = contexts.get(view.title) ?? NOTHING;
      const around = hearContext(headings, title);
      const own = matches[i] ?? [];
      const isRead = !onlySpeaking || lexicon.speaks(own, view.text, around);
      return { text: view.text, matches: own, headings, title, around, isRead };
    });
    const readBody = createBodyReader(found.filter(({ isRead }) => isRead));
    return found.map(({ text, headings, title, isRead }): ReadPassage => {
      const body = isRead ? readBody() : { text, words: NO_WORDS, sentenceEnds: [], terms: [] };
      return { body, headings, title };
    });
  };

  /** Cuts passages as one, and reads one after the other. */
  function createBodyReader(passages: readonly FoundPassage[]): () => ReadText {
    const bodies = cut(
      passages.map(({ text }) => text),
      passages.map((passage) => passage.matches),
    );
    const words = shareWords(bodies);
    const sentenceEnds = findSentenceEnds(bodies);
    const readNext = lexicon.read(bodies);
    let index = 0;
    return () => {
      const at = index++;
      return {
        text: bodies.texts[at] ?? '',
        words: words[at] ?? NO_WORDS,
        sentenceEnds: sentenceEnds[at] ?? [],
        terms: readNext(passages[at]?.around).terms,
      };
    };
  }
}

/** A passage with its matches, before it is read. */
interface FoundPassage {
  readonly text: string;
  readonly matches: Matches;
  readonly headings: readonly ReadContext[];
  readonly title: ReadContext;
  readonly around: number;
  readonly isRead: boolean;
}

const NOTHING: ReadContext = { text: '', words: NO_WORDS, sentenceEnds: [], terms: [], cues: 0 };

/** The headings and titles, each once. */
function listContexts(views: readonly PassageView[]): readonly string[] {
  const contexts = new Set<string>();
  for (const { headings, title } of views) {
    for (const heading of headings) contexts.add(heading);
    contexts.add(title);
  }
  return [...contexts];
}

/** The cues that every sentence of a passage hears: those of the nearest heading that has words, and of the title. */
function hearContext(headings: readonly ReadContext[], title: ReadContext): number {
  const nearest = headings.findLast(({ text }) => hasWords(text));
  return (nearest?.cues ?? 0) | title.cues;
}

/** The words of each text. Texts are cut as one, with line feeds in between, which no word goes across: a call costs more than a passage. */
function shareWords({ texts, joined, ends }: CutTexts): readonly TextWords[] {
  let at = 0;
  let offset = 0;
  return texts.map(({ length }) => {
    const end = offset + length;
    const from = at;
    while (at < ends.length && (ends[at] ?? 0) <= end) at += 1;
    const words = { joined, ends, from, to: at, offset };
    offset = end + 1;
    if (at < ends.length && ends[at] === offset) at += 1;
    return words;
  });
}

/** By text, the ends of its sentences, as offsets into it. */
function findSentenceEnds({ texts, joined }: CutTexts): readonly (readonly number[])[] {
  let start = 0;
  return texts.map(({ length }) => {
    const ends: number[] = [];
    const end = start + length;
    for (let at = findSentenceMark(joined, start, end); at < end; ) {
      ends.push(at + 1 - start);
      at = findSentenceMark(joined, at + 1, end);
    }
    if (ends.at(-1) !== length) ends.push(length);
    start = end + 1;
    return ends;
  });
}
