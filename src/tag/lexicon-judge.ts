/**
 * The judge of the lexicon tagger: features, model and calibration, one after the other.
 *
 * @module
 */
import type { Concept } from '../taxonomy';
import type { Calibration } from './calibration';
import type { FeatureExtractor, PassageView } from './features';
import { type Judgement, type JudgeOptions, logOdds, type PassageJudge } from './judge';
import { keepEvidence, sumSupport } from './keep-evidence';
import type { ConceptScore, TagModel } from './linear-model';
import { findThreshold, type SelectionSettings, selectScores } from './select-scores';

/** The separate parts of a tagger that works by features of each passage. */
export interface TaggerParts {
  /** What passages are tagged with; parts name concepts by index. */
  readonly concepts: readonly Concept[];
  /** What it looks at. */
  readonly features: FeatureExtractor;
  /** Adds that up to rawScores. */
  readonly model: TagModel;
  /** Makes scores of these. */
  readonly calibration: Calibration;
  /** Which scores make a tag. */
  readonly settings: SelectionSettings;
}

/** A judge of the given parts. It looks at each passage by itself. */
export function createLexiconJudge(parts: TaggerParts): PassageJudge {
  return Object.freeze({
    judge(views: readonly PassageView[], { explain }: JudgeOptions): readonly Judgement[] {
      const features = parts.features.extract(views);
      return views.map((view, i) =>
        judgeScores(parts.model.score(features[i] ?? [], view), parts, explain),
      );
    },
  });
}

function judgeScores(
  scored: readonly ConceptScore[],
  parts: TaggerParts,
  explain: boolean,
): Judgement {
  const { concepts, calibration, settings } = parts;
  const scores = new Float64Array(concepts.length);
  let margin = -Infinity;
  for (const { concept, rawScore } of scored) {
    const score = calibration.calibrate(concept, rawScore);
    const threshold = findThreshold(concepts[concept], settings);
    scores[concept] = score;
    margin = Math.max(margin, logOdds(score) - logOdds(threshold));
  }
  const tags = selectScores(scored, concepts, calibration, settings).map(
    ({ score, scored: { concept, rawScore, features, weights } }) => {
      const all = features.map(({ field, headingIndex, span, term }, i) => ({
        field,
        headingIndex,
        span,
        term,
        weight: weights[i] ?? 0,
      }));
      const contributions = explain ? all : keepEvidence(all, sumSupport(all));
      return { concept, score, rawScore, contributions };
    },
  );
  return { tags, scores, margin };
}
