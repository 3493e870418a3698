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
import { selectScores } from './select-scores';
import type { TaggerSettings } from './tagger-settings';

/** The separate parts of a tagger that works by features of each passage. */
export interface TaggerParts {
  /** What passages are tagged with; parts name concepts by index. */
  readonly concepts: readonly Concept[];
  readonly features: FeatureExtractor;
  readonly model: TagModel;
  readonly calibration: Calibration;
  readonly settings: Pick<TaggerSettings, 'minScore' | 'minShare'>;
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
  const scores = concepts.map((_, concept) => calibration.calibrate(concept, 0));
  for (const { concept, rawScore } of scored)
    scores[concept] = calibration.calibrate(concept, rawScore);
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
  return { tags, scores, margin: logOdds(Math.max(...scores)) - logOdds(settings.minScore) };
}
