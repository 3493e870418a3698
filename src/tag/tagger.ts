/**
 * The tagger: composes features, model and calibration, and gives every tag its evidence.
 *
 * @module
 */
import type { PolicyDocument } from '../document';
import { ZhengceError } from '../errors';
import { type Segmenter } from '../segment';
import { type Concept, listAssignableConcepts, type Taxonomy } from '../taxonomy';
import { createPlattCalibration } from './calibration';
import type { JudgedTag, JudgeOptions, PassageJudge } from './judge';
import { compileLexicon } from './lexicon';
import { createLexiconFeatures } from './lexicon-features';
import { createLexiconJudge, type TaggerParts } from './lexicon-judge';
import { createLinearModel } from './linear-model';
import type {
  Evidence,
  PassageInput,
  PassageJudgement,
  PassageTags,
  ScoredCode,
  Tag,
  TaggedDocument,
  TaggedPassage,
} from './model';
import { type Locate, type Prepared, prepareAlone, prepareDocument } from './prepare-passages';
import { DEFAULT_TAGGER_SETTINGS, type TaggerSettings } from './tagger-settings';
import { matchesModel } from './trained/matches-model';
import type { TaggerModel } from './trained/tagger-model';
import { createTrainedJudge } from './trained/trained-judge';

/** What {@link Tagger} is to say beside tags. */
export interface TagOptions {
  /**
   * Whether tags list all that adds up to their rawScore: every word, neighbours, what the rest of the document says, the constant. Default false: at most
   * 12 places in text, headings and title, those that weigh most; none that weighs less than 2 % of what speaks for the tag.
   */
  readonly explain?: boolean;
  /** Whether passages list the score of every concept, tag or not. Default false. */
  readonly scores?: boolean;
}

/** Tags passages: alone, or in their document. Pure. */
export interface Tagger {
  /** The document with tags on its passages; headings, title and neighbours are context. */
  tagDocument(document: PolicyDocument, options?: TagOptions): TaggedDocument;
  /** The tags of each, in the order given; none is context to another. */
  tagPassages(passages: readonly PassageInput[], options?: TagOptions): readonly PassageTags[];
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
 * A tagger by a model that was trained for the taxonomy; {@link matchesModel} says whether it was.
 *
 * @throws ZhengceError `invalid-argument` where the model was trained for other concepts or another lexicon
 */
export function createTrainedTagger(
  taxonomy: Taxonomy,
  segmenter: Segmenter,
  model: TaggerModel,
): Tagger {
  if (!matchesModel(taxonomy, model)) {
    const message = `createTrainedTagger: expected a model trained for ${taxonomy.id} ${taxonomy.version} and its lexicon, received one for ${model.taxonomy.id} ${model.taxonomy.version} (train it anew: zhengce train)`;
    throw new ZhengceError('invalid-argument', message);
  }
  return createMatchingTagger(taxonomy, segmenter, model);
}

/** As {@link createTrainedTagger}, of a model that is known to match. */
export function createMatchingTagger(
  taxonomy: Taxonomy,
  segmenter: Segmenter,
  model: TaggerModel,
): Tagger {
  return createJudgingTagger(
    listAssignableConcepts(taxonomy),
    createTrainedJudge(taxonomy, segmenter, model),
  );
}

/**
 * A tagger of the given parts.
 *
 * Tags come by score, ties in the order of the taxonomy; evidence by absolute weight, ties by position. Linear in the text.
 */
export function createTagger(parts: TaggerParts): Tagger {
  return createJudgingTagger(parts.concepts, createLexiconJudge(parts));
}

/** A tagger that gives the tags that a judge decides on. */
export function createJudgingTagger(concepts: readonly Concept[], judge: PassageJudge): Tagger {
  const parts = { concepts, judge };
  return Object.freeze({
    tagDocument: (document: PolicyDocument, options: TagOptions = {}) =>
      tagDocument(document, parts, options),
    tagPassages: (passages: readonly PassageInput[], options: TagOptions = {}) =>
      tagPassages(passages, parts, options),
  });
}

interface JudgingParts {
  readonly concepts: readonly Concept[];
  readonly judge: PassageJudge;
}

function tagDocument(
  document: PolicyDocument,
  parts: JudgingParts,
  options: TagOptions,
): TaggedDocument {
  const judged = judgeAll(prepareDocument(document), parts, {
    explain: options.explain === true,
    inDocument: true,
    scores: options.scores === true,
  });
  const passages = document.passages.map(
    (passage, i): TaggedPassage => Object.freeze({ ...passage, ...(judged[i] ?? UNJUDGED) }),
  );
  return Object.freeze({ ...document, passages: Object.freeze(passages) });
}

function tagPassages(
  passages: readonly PassageInput[],
  parts: JudgingParts,
  options: TagOptions,
): readonly PassageTags[] {
  const judged = judgeAll(passages.map(prepareAlone), parts, {
    explain: options.explain === true,
    inDocument: false,
    scores: options.scores === true,
  });
  return passages.map(({ id }, i) => Object.freeze({ id, ...(judged[i] ?? UNJUDGED) }));
}

/** Log-odds within which of its threshold a best score makes a passage one for a person to check: the figure is explained in docs/decisions/trained-tagger.md. */
const LOW_CONFIDENCE_MARGIN = 0.7;

const UNJUDGED: PassageJudgement = { tags: [], confidence: 'high', margin: -Infinity };

function judgeAll(
  prepared: readonly Prepared[],
  { concepts, judge }: JudgingParts,
  options: JudgeOptions & { readonly scores: boolean },
): readonly PassageJudgement[] {
  const judgements = judge.judge(
    prepared.map(({ view }) => view),
    options,
  );
  return prepared.map(({ locate }, i): PassageJudgement => {
    const judgement = judgements[i];
    if (judgement === undefined) return UNJUDGED;
    return {
      tags: Object.freeze(judgement.tags.map((tag) => createTag(tag, concepts, locate))),
      confidence: Math.abs(judgement.margin) < LOW_CONFIDENCE_MARGIN ? 'low' : 'high',
      margin: judgement.margin,
      ...(options.scores && { scores: listScores(judgement.scores, concepts) }),
    };
  });
}

function listScores(
  scores: ArrayLike<number>,
  concepts: readonly Concept[],
): readonly ScoredCode[] {
  const listed = concepts.map(({ notation }, i) => ({ code: notation, score: scores[i] ?? 0 }));
  return Object.freeze(listed.sort((a, b) => b.score - a.score));
}

function createTag(
  { concept, score, rawScore, contributions }: JudgedTag,
  concepts: readonly Concept[],
  locate: Locate,
): Tag {
  const evidence = contributions.map((contribution): Evidence => {
    const { field, headingIndex, term, weight } = contribution;
    const { start, end } = locate(contribution);
    return Object.freeze({ start, end, weight, field, headingIndex, term });
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
