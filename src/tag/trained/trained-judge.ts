/**
 * The judge of a trained tagger: words and lexicon, signals, calibration, thresholds.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import type { Taxonomy } from '../../taxonomy';
import type { PassageView } from '../features';
import {
  type Contribution,
  type JudgedTag,
  type Judgement,
  type JudgeOptions,
  logOdds,
  type PassageJudge,
} from '../judge';
import { compileLexicon } from '../lexicon';
import { createLexiconReader } from '../lexicon-features';
import { DEFAULT_TAGGER_SETTINGS } from '../tagger-settings';
import { createDecider, type ScoredConcept } from './decide';
import { explainScore } from './explain-score';
import { createPassageReader } from './read-passages';
import { createWordScorer, type DecisionRule, type TaggerModel } from './tagger-model';

/**
 * A judge that decides by a trained model. A tag's contributions add up to its rawScore.
 *
 * The model must have been trained for the taxonomy: `matchesModel` says whether it was.
 */
export function createTrainedJudge(
  taxonomy: Taxonomy,
  segmenter: Segmenter,
  model: TaggerModel,
): PassageJudge {
  const lexicon = compileLexicon(taxonomy, DEFAULT_TAGGER_SETTINGS.labelWeight);
  const read = createPassageReader(createLexiconReader(lexicon, segmenter), segmenter);
  const schemes = lexicon.concepts.map(({ inScheme }) => inScheme);
  const scoreWords = createWordScorer(model.words);
  const deciders = {
    inDocument: createDecider(schemes, model.inDocument, true),
    alone: createDecider(schemes, model.alone, false),
  };
  return Object.freeze({
    judge(views: readonly PassageView[], { inDocument }: JudgeOptions): readonly Judgement[] {
      const name = inDocument && views.length >= MIN_DOCUMENT ? 'inDocument' : 'alone';
      const passages = read(views);
      const words = passages.map(scoreWords);
      const decided = deciders[name](
        passages,
        words.map(({ scores }) => scores),
      );
      const { weights, rule } = model[name];
      return passages.map((passage, p): Judgement => {
        const known = words[p]?.words;
        const explain = ({
          signals: { concept, values },
        }: ScoredConcept): readonly Contribution[] =>
          known === undefined
            ? []
            : explainScore({
                passage,
                words: known,
                signals: values,
                concept,
                model: model.words,
                weights,
              });
        return judgePassage(decided[p] ?? [], rule, explain);
      });
    },
  });
}

/** A document of fewer passages is no context: its passages are judged as ones that stand alone. */
const MIN_DOCUMENT = 3;

function judgePassage(
  concepts: readonly ScoredConcept[],
  { thresholds }: DecisionRule,
  explain: (scored: ScoredConcept) => readonly Contribution[],
): Judgement {
  const scores = new Float64Array(thresholds.length);
  const tags: JudgedTag[] = [];
  let margin = -Infinity;
  for (const scored of concepts) {
    const { concept, score, rawScore } = scored;
    const threshold = thresholds[concept] ?? 1;
    scores[concept] = score;
    margin = Math.max(margin, logOdds(score) - logOdds(threshold));
    if (score >= threshold) tags.push({ concept, score, rawScore, contributions: explain(scored) });
  }
  tags.sort((a, b) => b.score - a.score || a.concept - b.concept);
  return { tags, scores, margin };
}
