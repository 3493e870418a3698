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
export function createLexiconFeatures(lexicon: CompiledLexicon, segmenter: Segmenter): FeatureExtractor {
  const readField = createFieldReader(lexicon, segmenter);
  return Object.freeze({
    extract(view: PassageView): readonly Feature[] {
      const features: Feature[] = [];
      const around = hearContext(view, readField);
      addFeatures(features, readField(view.text), view.text, 'text', 0, around, lexicon);
      view.headings.forEach((heading, index) => {
        addFeatures(features, readField(heading), heading, 'heading', index, around, lexicon);
      });
      addFeatures(features, readField(view.title), view.title, 'title', 0, around, lexicon);
      return features;
    },
  });
}

/** The matches in a text, and the cues among them. */
interface FieldMatches {
  /** Start, end, term, start, … */
  readonly matches: Int32Array;
  readonly cues: number;
}

type FieldReader = (text: string) => FieldMatches;

const NOTHING: FieldMatches = { matches: new Int32Array(0), cues: 0 };
/** Headings and titles come again with every passage under them; more distinct ones than this start the memory anew. */
const MEMORY = 512;
/** Longer texts are passages, which come once. */
const MAX_REMEMBERED = 160;

function createFieldReader(lexicon: CompiledLexicon, segmenter: Segmenter): FieldReader {
  const memory = new Map<string, FieldMatches>();
  return (text) => {
    if (text === '') return NOTHING;
    if (text.length > MAX_REMEMBERED) return matchField(text, lexicon, segmenter);
    const known = memory.get(text);
    if (known !== undefined) return known;
    if (memory.size >= MEMORY) memory.clear();
    const found = matchField(text, lexicon, segmenter);
    memory.set(text, found);
    return found;
  };
}

function matchField(text: string, lexicon: CompiledLexicon, segmenter: Segmenter): FieldMatches {
  const matches = lexicon.matcher.scan(text);
  let boundaries: ReadonlySet<number> | undefined;
  const kept: number[] = [];
  let cues = 0;
  for (let i = 0; i < matches.length; i += TERM_MATCH_WIDTH) {
    const start = matches[i] ?? 0;
    const end = matches[i + 1] ?? 0;
    const term = matches[i + 2] ?? 0;
    if (end - start <= SHORT_TERM) {
      boundaries ??= new Set([0, ...segmenter.boundaries(text)]);
      if (!boundaries.has(start) || !boundaries.has(end)) continue;
    }
    kept.push(start, end, term);
    cues |= lexicon.cues[term] ?? 0;
  }
  return { matches: Int32Array.from(kept), cues };
}

/** The cues that every sentence of a passage hears: those of the nearest heading that has words, and of the title. */
function hearContext(view: PassageView, readField: FieldReader): number {
  const nearest = view.headings.findLast((heading) => heading.length > 4) ?? '';
  return readField(nearest).cues | readField(view.title).cues;
}

function addFeatures(
  features: Feature[], { matches }: FieldMatches, text: string, field: EvidenceField, headingIndex: number,
  around: number, lexicon: CompiledLexicon,
): void {
  for (let i = 0; i < matches.length; i += TERM_MATCH_WIDTH) {
    const span = { start: matches[i] ?? 0, end: matches[i + 1] ?? 0 };
    const index = matches[i + 2] ?? 0;
    for (const { concept, weight, cue } of lexicon.weights[index] ?? []) {
      if (cue >= 0 && !isHeard(cue, i, matches, text, around, lexicon)) continue;
      features.push({ concept, field, headingIndex, value: weight, span, term: text.slice(span.start, span.end) });
    }
  }
}

const SENTENCE_END = /[。！？；!?;\n]/;

/** Whether a cue of the list stands in the sentence of the match at `at`, or in the context. The term itself does not count. */
function isHeard(cue: number, at: number, matches: Int32Array, text: string, around: number, lexicon: CompiledLexicon): boolean {
  const bit = 1 << cue;
  if ((around & bit) !== 0) return true;
  return hearsCue(bit, at, -TERM_MATCH_WIDTH, matches, text, lexicon) || hearsCue(bit, at, TERM_MATCH_WIDTH, matches, text, lexicon);
}

/** Goes from match to match in one direction until a cue is met or the sentence ends. */
function hearsCue(bit: number, at: number, step: number, matches: Int32Array, text: string, lexicon: CompiledLexicon): boolean {
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
