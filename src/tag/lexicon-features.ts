/**
 * Lexicon features: the terms of the taxonomy in a passage's text, headings and title.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import { type Feature, type FeatureExtractor, hasWords, type PassageView } from './features';
import type { CompiledLexicon } from './lexicon';
import {
  EVERY_CUE,
  hearCues,
  isDoubtful,
  keepWords,
  splitMatches,
  visitWeights,
} from './lexicon-matches';
import type { EvidenceField } from './model';

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
        segmenter,
      );
      return views.map((view, i) =>
        listFeatures(view, texts[i] ?? NOTHING, around[i] ?? 0, readField, lexicon),
      );
    },
  });
}

function listFeatures(
  view: PassageView,
  found: FieldMatches,
  around: number,
  readField: FieldReader,
  lexicon: CompiledLexicon,
): readonly Feature[] {
  const features: Feature[] = [];
  const spoken = new Set<number>();
  const add = (
    text: string,
    { matches }: FieldMatches,
    field: EvidenceField,
    headingIndex: number,
  ): void => {
    visitWeights(matches, text, around, lexicon, (start, end, key, concept, value) => {
      if (field === 'text') spoken.add(concept);
      else if (!spoken.has(concept)) return false;
      const span = { start, end };
      features.push({
        concept,
        field,
        headingIndex,
        value,
        span,
        term: text.slice(start, end),
        key,
      });
      return false;
    });
  };
  add(view.text, found, 'text', 0);
  if (features.length === 0) return features;
  view.headings.forEach((heading, index) => {
    add(heading, readField(heading), 'heading', index);
  });
  add(view.title, readField(view.title), 'title', 0);
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
    const [found = NOTHING] = matchTexts([{ text, around: EVERY_CUE }], lexicon, segmenter);
    memory.set(text, found);
    return found;
  };
}

/** A text to match, and the cues that are heard around it. */
interface TextInContext {
  readonly text: string;
  readonly around: number;
}

/**
 * The matches in each text. All texts are matched as one, with line feeds in between, which no term goes across: a call costs more than a passage. Only the
 * texts in which a short term would count are segmented, as one too.
 */
function matchTexts(
  texts: readonly TextInContext[],
  lexicon: CompiledLexicon,
  segmenter: Segmenter,
): readonly FieldMatches[] {
  const plain = texts.map(({ text }) => text);
  const found = splitMatches(lexicon.matcher.scan(plain.join('\n')), plain).map((matches, i) => {
    const heard = hearCues(matches, lexicon) | (texts[i]?.around ?? 0);
    return { matches, isDoubtful: isDoubtful(matches, heard, lexicon) };
  });
  const words = { ends: findWords(texts, found, segmenter), at: 0, offset: 0 };
  return found.map(({ matches, isDoubtful: toCheck }, i) => {
    const kept = toCheck ? keepWords(matches, words, lexicon) : matches;
    if (toCheck) words.offset += (texts[i]?.text.length ?? 0) + 1;
    return { matches: kept, cues: hearCues(kept, lexicon) };
  });
}

function findWords(
  texts: readonly TextInContext[],
  found: readonly { readonly isDoubtful: boolean }[],
  segmenter: Segmenter,
): Uint32Array {
  const doubtful = texts.filter((_, i) => found[i]?.isDoubtful === true);
  if (doubtful.length === 0) return NO_WORDS;
  return segmenter.wordBoundaries(doubtful.map(({ text }) => text).join('\n'));
}

const NO_WORDS = new Uint32Array(0);

/** The cues that every sentence of a passage hears: those of the nearest heading that has words, and of the title. */
function hearContext(view: PassageView, readField: FieldReader): number {
  const nearest = view.headings.findLast(hasWords) ?? '';
  return readField(nearest).cues | readField(view.title).cues;
}
