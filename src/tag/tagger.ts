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
import type { FeatureExtractor, PassageView } from './features';
import { compileLexicon } from './lexicon';
import { createLexiconFeatures } from './lexicon-features';
import { type ConceptScore, createLinearModel, type TagModel, type WeighedFeature } from './linear-model';
import type { Evidence, PassageInput, PassageTags, Tag, TaggedDocument, TaggedPassage } from './model';
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
  taxonomy: Taxonomy, segmenter: Segmenter, settings: TaggerSettings = DEFAULT_TAGGER_SETTINGS,
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
    tagPassages: (passages: readonly PassageInput[]) => passages.map((passage) => tagPassage(passage, parts)),
  });
}

/** Finds the place of a feature where its evidence is to point. */
type Locate = (feature: WeighedFeature) => Span;

function tagDocument(document: PolicyDocument, parts: TaggerParts): TaggedDocument {
  const fold = createFolder();
  const title = fold(document.title ?? '');
  const passages = document.passages.map((passage): TaggedPassage => {
    const text = normalizeText(passage.text);
    const headings = passage.headingPath.map(fold);
    const view = { text: text.text, headings: headings.map((heading) => heading.text), title: title.text };
    const locate = createLocator(document, passage, text);
    return Object.freeze({ ...passage, tags: createTags(view, parts, locate) });
  });
  return Object.freeze({ ...document, passages: Object.freeze(passages) });
}

/** Folds texts and remembers them: headings come again with every passage under them. */
function createFolder(): (text: string) => MappedText {
  const known = new Map<string, MappedText>();
  return (text) => {
    const folded = known.get(text) ?? normalizeText(text);
    known.set(text, folded);
    return folded;
  };
}

function createLocator(document: PolicyDocument, passage: Passage, text: MappedText): Locate {
  let joined: MappedText | undefined;
  return ({ field, headingIndex, span, term }) => {
    if (field === 'title') return locateWords(document.source, document.titleSpan, term);
    if (field === 'heading') return locateWords(document.source, passage.headingSpans[headingIndex], term);
    const own = text.spanToSource(span);
    const only = passage.pieces.length === 1 ? passage.pieces[0] : undefined;
    if (only !== undefined) return { start: only.start + own.start, end: only.start + own.end };
    joined ??= joinSpans(document.source, passage.pieces);
    return joined.spanToSource(own);
  };
}

/** The first place of a folded term within a span of the source; the whole span where line breaks cut the term. */
function locateWords(source: string, within: Span | undefined, term: string): Span {
  if (within === undefined) return { start: 0, end: 0 };
  const folded = normalizeText(source.slice(within.start, within.end));
  const at = folded.text.toLowerCase().indexOf(term.toLowerCase());
  if (at === -1) return within;
  const span = folded.spanToSource({ start: at, end: at + term.length });
  return { start: within.start + span.start, end: within.start + span.end };
}

function tagPassage(input: PassageInput, parts: TaggerParts): PassageTags {
  const text = normalizeText(input.text);
  const headings = (input.headingPath ?? []).map((heading) => normalizeText(heading));
  const title = normalizeText(input.title ?? '');
  const view = { text: text.text, headings: headings.map((heading) => heading.text), title: title.text };
  const locate: Locate = ({ field, headingIndex, span }) => {
    const mapped = field === 'text' ? text : field === 'title' ? title : headings[headingIndex];
    return mapped?.spanToSource(span) ?? span;
  };
  return Object.freeze({ id: input.id, tags: createTags(view, parts, locate) });
}

function createTags(view: PassageView, parts: TaggerParts, locate: Locate): readonly Tag[] {
  const scores = parts.model.score(parts.features.extract(view), view);
  return Object.freeze(selectScores(scores, parts.concepts, parts.calibration, parts.settings).map(({ score, scored }) => createTag(score, scored, parts, locate)));
}

function createTag(score: number, { concept, rawScore, features }: ConceptScore, parts: TaggerParts, locate: Locate): Tag {
  const evidence = features.map((feature): Evidence => {
    const { field, headingIndex, term, weight } = feature;
    return Object.freeze({ ...locate(feature), weight, field, headingIndex, term });
  });
  evidence.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start);
  const { id, notation } = parts.concepts[concept] ?? { id: '' as Concept['id'], notation: '' };
  return Object.freeze({ conceptId: id, code: notation, score, rawScore, evidence: Object.freeze(evidence) });
}
