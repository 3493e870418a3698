/**
 * The tagger: composes features, model and calibration, and gives every tag its evidence.
 *
 * @module
 */
import type { Passage, PolicyDocument } from '../document';
import { type Segmenter } from '../segment';
import type { Concept, Taxonomy } from '../taxonomy';
import { joinSpans, type MappedText, normalizeText, type Span } from '../text';
import { type Calibration, createPlattCalibration } from './calibration';
import type { Feature, FeatureExtractor, PassageView } from './features';
import { compileLexicon } from './lexicon';
import { createLexiconFeatures } from './lexicon-features';
import { type ConceptScore, createLinearModel, type TagModel } from './linear-model';
import type {
  Evidence,
  PassageInput,
  PassageTags,
  Tag,
  TaggedDocument,
  TaggedPassage,
} from './model';
import { selectScores } from './select-scores';
import { DEFAULT_TAGGER_SETTINGS, type TaggerSettings } from './tagger-settings';

/** The separate parts of a tagger. */
export interface TaggerParts {
  /** What passages are tagged with; parts name concepts by index. */
  readonly concepts: readonly Concept[];
  readonly features: FeatureExtractor;
  readonly model: TagModel;
  readonly calibration: Calibration;
  readonly settings: Pick<TaggerSettings, 'minScore' | 'minShare'>;
}

/** Tags passages: alone, or in their document. Pure. */
export interface Tagger {
  tagDocument(document: PolicyDocument): TaggedDocument;
  tagPassages(passages: readonly PassageInput[]): readonly PassageTags[];
}

/** A tagger that works by the lexicon and labels of a taxonomy, without training. */
export function createLexiconTagger(
  taxonomy: Taxonomy,
  segmenter: Segmenter,
  settings: TaggerSettings = DEFAULT_TAGGER_SETTINGS,
): Tagger {
  const lexicon = compileLexicon(taxonomy, settings.labelWeight);
  return createTagger({
    concepts: lexicon.concepts,
    features: createLexiconFeatures(lexicon, segmenter),
    model: createLinearModel(settings.weights),
    calibration: createPlattCalibration(settings.calibration),
    settings,
  });
}

/**
 * A tagger of the given parts.
 *
 * Tags come by score, ties in the order of the taxonomy; evidence by absolute weight, ties by position. Linear in the text.
 */
export function createTagger(parts: TaggerParts): Tagger {
  return Object.freeze({
    tagDocument: (document: PolicyDocument) => tagDocument(document, parts),
    tagPassages: (passages: readonly PassageInput[]) => tagPassages(passages, parts),
  });
}

/** Finds the place of a feature where its evidence is to point. */
type Locate = (feature: Feature) => Span;

/** A passage ready to be tagged. */
interface Prepared {
  readonly view: PassageView;
  readonly locate: Locate;
}

function tagDocument(document: PolicyDocument, parts: TaggerParts): TaggedDocument {
  const fold = createFolder();
  const locateWords = createWordLocator(document.source);
  const tags = tagAll(
    document.passages.map((passage) => prepareInDocument(passage, document, fold, locateWords)),
    parts,
  );
  const passages = document.passages.map(
    (passage, i): TaggedPassage => Object.freeze({ ...passage, tags: tags[i] ?? [] }),
  );
  return Object.freeze({ ...document, passages: Object.freeze(passages) });
}

function tagPassages(
  passages: readonly PassageInput[],
  parts: TaggerParts,
): readonly PassageTags[] {
  const tags = tagAll(passages.map(prepareAlone), parts);
  return passages.map(({ id }, i) => Object.freeze({ id, tags: tags[i] ?? [] }));
}

function tagAll(prepared: readonly Prepared[], parts: TaggerParts): readonly (readonly Tag[])[] {
  const features = parts.features.extract(prepared.map(({ view }) => view));
  return prepared.map(({ view, locate }, i) => {
    const scores = parts.model.score(features[i] ?? [], view);
    const selected = selectScores(scores, parts.concepts, parts.calibration, parts.settings);
    return Object.freeze(
      selected.map(({ score, scored }) => createTag(score, scored, parts.concepts, locate)),
    );
  });
}

type Fold = (text: string) => MappedText;

/** Folds texts and remembers them: headings come again with every passage under them. */
function createFolder(): Fold {
  const known = new Map<string, MappedText>();
  return (text) => {
    const folded = known.get(text) ?? normalizeText(text);
    known.set(text, folded);
    return folded;
  };
}

function prepareInDocument(
  passage: Passage,
  document: PolicyDocument,
  fold: Fold,
  locateWords: LocateWords,
): Prepared {
  const text = normalizeText(passage.text);
  const headings = passage.headingPath.map((heading) => fold(heading).text);
  const view = { text: text.text, headings, title: fold(document.title ?? '').text };
  let joined: MappedText | undefined;
  const locate: Locate = ({ field, headingIndex, span, term }) => {
    if (field !== 'text') {
      return locateWords(
        field === 'title' ? document.titleSpan : passage.headingSpans[headingIndex],
        term,
      );
    }
    const own = text.spanToSource(span);
    const only = passage.pieces.length === 1 ? passage.pieces[0] : undefined;
    if (only !== undefined) return { start: only.start + own.start, end: only.start + own.end };
    joined ??= joinSpans(document.source, passage.pieces);
    return joined.spanToSource(own);
  };
  return { view, locate };
}

/** Finds words within a span of a source. */
type LocateWords = (within: Span | undefined, words: string) => Span;

/** Finds the first place of folded words within a span; the whole span where line breaks cut them. Folds every span once. */
function createWordLocator(source: string): LocateWords {
  const known = new Map<number, MappedText>();
  return (within, words) => {
    if (within === undefined) return { start: 0, end: 0 };
    const folded = known.get(within.start) ?? normalizeText(source.slice(within.start, within.end));
    known.set(within.start, folded);
    const at = folded.text.indexOf(words);
    if (at === -1) return within;
    const span = folded.spanToSource({ start: at, end: at + words.length });
    return { start: within.start + span.start, end: within.start + span.end };
  };
}

function prepareAlone(input: PassageInput): Prepared {
  const text = normalizeText(input.text);
  const headings = (input.headingPath ?? []).map((heading) => normalizeText(heading));
  const title = normalizeText(input.title ?? '');
  const locate: Locate = ({ field, headingIndex, span }) => {
    const mapped = field === 'text' ? text : field === 'title' ? title : headings[headingIndex];
    return mapped?.spanToSource(span) ?? span;
  };
  return {
    view: { text: text.text, headings: headings.map((heading) => heading.text), title: title.text },
    locate,
  };
}

function createTag(
  score: number,
  { concept, rawScore, features, weights }: ConceptScore,
  concepts: readonly Concept[],
  locate: Locate,
): Tag {
  const evidence = features.map((feature, i): Evidence => {
    const { field, headingIndex, term } = feature;
    return Object.freeze({
      ...locate(feature),
      weight: weights[i] ?? 0,
      field,
      headingIndex,
      term,
    });
  });
  evidence.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start);
  const tagged = concepts[concept];
  if (tagged === undefined)
    throw new RangeError(
      `createTagger: expected the index of a concept, received "${String(concept)}"`,
    );
  return Object.freeze({
    conceptId: tagged.id,
    code: tagged.notation,
    score,
    rawScore,
    evidence: Object.freeze(evidence),
  });
}
