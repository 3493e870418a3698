/**
 * Lexicon features: the terms of the taxonomy in a passage's text, headings and title.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import { TERM_MATCH_WIDTH } from '../segment';
import type { Feature, FeatureExtractor, PassageView } from './features';
import type { CompiledLexicon } from './lexicon';
import type { EvidenceField } from './model';

/** Terms of at most this many code units count only where the segmenter sees word boundaries: 算力 is none in 计算力度. */
const SHORT_TERM = 3;

/**
 * An extractor of the terms of a lexicon.
 *
 * Leftmost-longest matches: a term within a longer one does not count. A term that needs a cue counts where one stands in the
 * same sentence, the nearest heading, or the title. Headings and title are read for the concepts that the text itself speaks of: what stands under a telling
 * heading without a word of its own is no deployment of it. Features come by field (text, headings outermost first, title), then position, then concept.
 * Linear in the text, but for one look-up of a sentence a term that needs a cue.
 */
export function createLexiconFeatures(
  lexicon: CompiledLexicon,
  segmenter: Segmenter,
): FeatureExtractor {
  const readField = createFieldReader(lexicon, segmenter);
  return Object.freeze({
    extract(views: readonly PassageView[]): readonly (readonly Feature[])[] {
      const around = views.map((view) => hearContext(view, readField));
      const texts = matchTexts(
        views.map(({ text }, i) => ({ text, around: around[i] ?? 0 })),
        lexicon,
        { kind: 'doubtful', segmenter },
      );
      return views.map((view, i) =>
        listFeatures(view, texts[i] ?? NOTHING, around[i] ?? 0, readField, lexicon),
      );
    },
  });
}

/** Reads the terms of a lexicon in texts, for a model that weighs context itself. Pure. */
export interface LexiconReader {
  /** The terms in the text of each passage, by position; cues are heard in the headings and the title too. `joined` is the texts joined by line feeds, `wordEnds` its words. */
  readPassages(
    views: readonly PassageView[],
    joined: string,
    wordEnds: Uint32Array,
  ): readonly (readonly Feature[])[];
  /** The terms in texts that stand alone, by position. */
  readAlone(texts: readonly string[]): readonly (readonly Feature[])[];
}

/** A reader of the terms of a lexicon, by the rules of {@link createLexiconFeatures}. Linear in the text, as there. */
export function createLexiconReader(lexicon: CompiledLexicon, segmenter: Segmenter): LexiconReader {
  const readField = createFieldReader(lexicon, segmenter);
  const list = (found: FieldMatches, text: string, around: number): readonly Feature[] => {
    const features: Feature[] = [];
    addFeatures(features, found, text, 'text', 0, around, lexicon);
    return features;
  };
  return Object.freeze({
    readPassages(views: readonly PassageView[], joined: string, wordEnds: Uint32Array) {
      const around = views.map((view) => hearContext(view, readField));
      const texts = views.map(({ text }, i) => ({ text, around: around[i] ?? 0 }));
      const found = matchTexts(texts, lexicon, { kind: 'all', joined, ends: wordEnds });
      return views.map(({ text }, i) => list(found[i] ?? NOTHING, text, around[i] ?? 0));
    },
    readAlone: (texts: readonly string[]) => texts.map((text) => list(readField(text), text, 0)),
  });
}

function listFeatures(
  view: PassageView,
  text: FieldMatches,
  around: number,
  readField: FieldReader,
  lexicon: CompiledLexicon,
): readonly Feature[] {
  if (text.matches.length === 0) return [];
  const features: Feature[] = [];
  addFeatures(features, text, view.text, 'text', 0, around, lexicon);
  if (features.length === 0) return features;
  const spoken = new Set(features.map(({ concept }) => concept));
  view.headings.forEach((heading, index) => {
    addFeatures(features, readField(heading), heading, 'heading', index, around, lexicon, spoken);
  });
  addFeatures(features, readField(view.title), view.title, 'title', 0, around, lexicon, spoken);
  return features;
}

/** The matches in a text, and the cues among them. */
interface FieldMatches {
  /** Start, end, term, start, … */
  readonly matches: readonly number[];
  readonly cues: number;
}

type FieldReader = (text: string) => FieldMatches;

const NOTHING: FieldMatches = { matches: [], cues: 0 };
/** Headings and titles come again with every passage under them; more distinct ones than this start the memory anew. */
const MEMORY = 512;

function createFieldReader(lexicon: CompiledLexicon, segmenter: Segmenter): FieldReader {
  const memory = new Map<string, FieldMatches>();
  return (text) => {
    if (text === '') return NOTHING;
    const known = memory.get(text);
    if (known !== undefined) return known;
    if (memory.size >= MEMORY) memory.clear();
    const [found = NOTHING] = matchTexts([{ text, around: EVERY_CUE }], lexicon, {
      kind: 'doubtful',
      segmenter,
    });
    memory.set(text, found);
    return found;
  };
}

/** A text to match, and the cues that are heard around it. */
interface TextInContext {
  readonly text: string;
  readonly around: number;
}

/** For headings and titles, which may be the context of any passage. */
const EVERY_CUE = -1;

/** Where words are known from: of all texts, joined by line feeds, or found in the doubtful ones alone. */
type KnownWords =
  | { readonly kind: 'all'; readonly joined: string; readonly ends: Uint32Array }
  | { readonly kind: 'doubtful'; readonly segmenter: Segmenter };

/**
 * The matches in each text. All texts are matched as one, with line feeds in between, which no term goes across: a call costs more than a passage. Where
 * words are not known, only the texts in which a short term would count are segmented, as one too.
 */
function matchTexts(
  texts: readonly TextInContext[],
  lexicon: CompiledLexicon,
  known: KnownWords,
): readonly FieldMatches[] {
  const joined =
    known.kind === 'all' ? known.joined : texts.map(({ text }) => text).join('\n');
  const found = splitMatches(lexicon.matcher.scan(joined), texts).map((matches, i) => {
    const heard = hearCues(matches, lexicon) | (texts[i]?.around ?? 0);
    return { matches, isDoubtful: isDoubtful(matches, heard, lexicon) };
  });
  const words = { ends: findWords(texts, found, known), at: 0, offset: 0 };
  return found.map(({ matches, isDoubtful: toCheck }, i) => {
    const kept = toCheck ? keepWords(matches, words, lexicon) : matches;
    if (toCheck || known.kind === 'all') words.offset += (texts[i]?.text.length ?? 0) + 1;
    return { matches: kept, cues: hearCues(kept, lexicon) };
  });
}

function findWords(
  texts: readonly TextInContext[],
  found: readonly { readonly isDoubtful: boolean }[],
  known: KnownWords,
): Uint32Array {
  if (known.kind === 'all') return known.ends;
  const doubtful = texts.filter((_, i) => found[i]?.isDoubtful === true);
  if (doubtful.length === 0) return NO_WORDS;
  return known.segmenter.wordBoundaries(doubtful.map(({ text }) => text).join('\n'));
}

/** Whether a short term stands in the text that counts if it is a word. */
function isDoubtful(matches: readonly number[], heard: number, lexicon: CompiledLexicon): boolean {
  for (let i = 0; i < matches.length; i += TERM_MATCH_WIDTH) {
    if (!isShort(matches, i)) continue;
    const weights = lexicon.weights[matches[i + 2] ?? 0] ?? [];
    if (weights.some(({ cue }) => cue < 0 || (heard & (1 << cue)) !== 0)) return true;
  }
  return false;
}

function isShort(matches: readonly number[], at: number): boolean {
  return (matches[at + 1] ?? 0) - (matches[at] ?? 0) <= SHORT_TERM;
}

const NO_WORDS = new Uint32Array(0);

/** The matches of all texts by text, as offsets into each. */
function splitMatches(
  matches: Int32Array,
  texts: readonly TextInContext[],
): readonly (readonly number[])[] {
  let at = 0;
  let offset = 0;
  return texts.map(({ text: { length } }) => {
    const own: number[] = [];
    for (; at < matches.length && (matches[at] ?? 0) <= offset + length; at += TERM_MATCH_WIDTH) {
      own.push((matches[at] ?? 0) - offset, (matches[at + 1] ?? 0) - offset, matches[at + 2] ?? 0);
    }
    offset += length + 1;
    return own;
  });
}

/** The words of the segmented texts, and how far they have been read. */
interface WordEnds {
  readonly ends: Uint32Array;
  /** Index of the word to look at next. */
  at: number;
  /** Where the text at hand begins. */
  offset: number;
}

/** The matches without the short terms with a weight that are no words; a cue may stand in any. */
function keepWords(
  matches: readonly number[],
  words: WordEnds,
  lexicon: CompiledLexicon,
): readonly number[] {
  const kept: number[] = [];
  for (let i = 0; i < matches.length; i += TERM_MATCH_WIDTH) {
    const [start = 0, end = 0, term = 0] = [matches[i], matches[i + 1], matches[i + 2]];
    while ((words.ends[words.at] ?? Infinity) < start + words.offset) words.at += 1;
    const mustBeWord = isShort(matches, i) && (lexicon.weights[term]?.length ?? 0) > 0;
    const isWord = areWords(start + words.offset, end + words.offset, words.ends, words.at);
    if (isWord || !mustBeWord) kept.push(start, end, term);
  }
  return kept;
}

function hearCues(matches: readonly number[], lexicon: CompiledLexicon): number {
  let cues = 0;
  for (let i = 2; i < matches.length; i += TERM_MATCH_WIDTH)
    cues |= lexicon.cues[matches[i] ?? 0] ?? 0;
  return cues;
}

/** Whether words begin at `start` and end at `end`; `word` is the first that ends at `start` or later. */
function areWords(start: number, end: number, ends: ArrayLike<number>, word: number): boolean {
  if (start > 0 && ends[word] !== start) return false;
  let at = word;
  while ((ends[at] ?? Infinity) < end) at += 1;
  return ends[at] === end;
}

/** The cues that every sentence of a passage hears: those of the nearest heading that has words, and of the title. */
function hearContext(view: PassageView, readField: FieldReader): number {
  const nearest = view.headings.findLast((heading) => heading.length > 4) ?? '';
  return readField(nearest).cues | readField(view.title).cues;
}

function addFeatures(
  features: Feature[],
  { matches }: FieldMatches,
  text: string,
  field: EvidenceField,
  headingIndex: number,
  around: number,
  lexicon: CompiledLexicon,
  only?: ReadonlySet<number>,
): void {
  for (let i = 0; i < matches.length; i += TERM_MATCH_WIDTH) {
    const span = { start: matches[i] ?? 0, end: matches[i + 1] ?? 0 };
    const index = matches[i + 2] ?? 0;
    for (const { concept, weight, cue } of lexicon.weights[index] ?? []) {
      if (only?.has(concept) === false) continue;
      if (cue >= 0 && !isHeard(cue, i, matches, text, around, lexicon)) continue;
      features.push({
        concept,
        field,
        headingIndex,
        value: weight,
        span,
        term: text.slice(span.start, span.end),
        key: index,
      });
    }
  }
}

const SENTENCE_END = /[。！？；!?;\n]/;

/** Whether a cue of the list stands in the sentence of the match at `at`, or in the context. The term itself does not count. */
function isHeard(
  cue: number,
  at: number,
  matches: readonly number[],
  text: string,
  around: number,
  lexicon: CompiledLexicon,
): boolean {
  const bit = 1 << cue;
  if ((around & bit) !== 0) return true;
  return (
    hearsCue(bit, at, -TERM_MATCH_WIDTH, matches, text, lexicon) ||
    hearsCue(bit, at, TERM_MATCH_WIDTH, matches, text, lexicon)
  );
}

/** Goes from match to match in one direction until a cue is met or the sentence ends. */
function hearsCue(
  bit: number,
  at: number,
  step: number,
  matches: readonly number[],
  text: string,
  lexicon: CompiledLexicon,
): boolean {
  for (let i = at; i >= 0 && i < matches.length; i += step) {
    if (((lexicon.cues[matches[i + 2] ?? 0] ?? 0) & bit) !== 0) return true;
    const next = i + step;
    if (next < 0 || next >= matches.length) return false;
    const from = step > 0 ? matches[i + 1] : matches[next + 1];
    const to = step > 0 ? matches[next] : matches[i];
    if (SENTENCE_END.test(text.slice(from, to))) return false;
  }
  return false;
}
