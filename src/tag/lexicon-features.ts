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
 * same sentence, the nearest heading, or the title. Features come by field (text, headings outermost first, title), then position, then concept.
 * Linear in the text, but for one look-up of a sentence a term that needs a cue.
 */
export function createLexiconFeatures(
  lexicon: CompiledLexicon,
  segmenter: Segmenter,
): FeatureExtractor {
  const readField = createFieldReader(lexicon, segmenter);
  return Object.freeze({
    extract(views: readonly PassageView[]): readonly (readonly Feature[])[] {
      const texts = matchTexts(
        views.map(({ text }) => text),
        lexicon,
        segmenter,
      );
      return views.map((view, i) => listFeatures(view, texts[i] ?? NOTHING, readField, lexicon));
    },
  });
}

function listFeatures(
  view: PassageView,
  text: FieldMatches,
  readField: FieldReader,
  lexicon: CompiledLexicon,
): readonly Feature[] {
  const features: Feature[] = [];
  const around = hearContext(view, readField);
  addFeatures(features, text, view.text, 'text', 0, around, lexicon);
  view.headings.forEach((heading, index) => {
    addFeatures(features, readField(heading), heading, 'heading', index, around, lexicon);
  });
  addFeatures(features, readField(view.title), view.title, 'title', 0, around, lexicon);
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
    const found = matchTexts([text], lexicon, segmenter)[0] ?? NOTHING;
    memory.set(text, found);
    return found;
  };
}

/**
 * The matches in each text. All texts are matched and segmented as one, with line feeds in between, which no term and no word goes across: a call
 * costs more than a passage.
 */
function matchTexts(
  texts: readonly string[],
  lexicon: CompiledLexicon,
  segmenter: Segmenter,
): readonly FieldMatches[] {
  const joined = texts.join('\n');
  const matches = lexicon.matcher.scan(joined);
  const ends = segmenter.wordBoundaries(joined);
  let from = 0;
  let word = 0;
  let at = 0;
  return texts.map((text) => {
    const offset = from;
    from += text.length + 1;
    const kept: number[] = [];
    let cues = 0;
    for (; at < matches.length && (matches[at] ?? 0) < from; at += TERM_MATCH_WIDTH) {
      const start = matches[at] ?? 0;
      const end = matches[at + 1] ?? 0;
      const term = matches[at + 2] ?? 0;
      while ((ends[word] ?? Infinity) < start) word += 1;
      if (end - start <= SHORT_TERM && !areWords(start, end, ends, word)) continue;
      kept.push(start - offset, end - offset, term);
      cues |= lexicon.cues[term] ?? 0;
    }
    return { matches: kept, cues };
  });
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
): void {
  for (let i = 0; i < matches.length; i += TERM_MATCH_WIDTH) {
    const span = { start: matches[i] ?? 0, end: matches[i + 1] ?? 0 };
    const index = matches[i + 2] ?? 0;
    for (const { concept, weight, cue } of lexicon.weights[index] ?? []) {
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
