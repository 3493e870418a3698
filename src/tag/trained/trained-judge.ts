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
import { DEFAULT_TAGGER_SETTINGS } from '../tagger-settings';
import { createDecider, type Decide, type ScoredConcept } from './decide';
import { createExplainer, type ExplainScore } from './explain-score';
import { createLexiconReader } from './read-lexicon';
import { createPassageReader } from './read-passages';
import { createWordScorer } from './score-words';
import type { DecisionRule, TaggerModel } from './tagger-model';

/**
 * A judge that decides by a trained model. With `explain`, a tag's contributions add up to its rawScore.
 *
 * The model must have been trained for the taxonomy: `matchesModel` says whether it was.
 */
export function createTrainedJudge(
  taxonomy: Taxonomy,
  segmenter: Segmenter,
  model: TaggerModel,
): PassageJudge {
  const lexicon = compileLexicon(taxonomy, DEFAULT_TAGGER_SETTINGS.labelWeight);
  const read = createPassageReader(createLexiconReader(lexicon), segmenter, model.onlySpeaking);
  const schemes = lexicon.concepts.map(({ inScheme }) => inScheme);
  const scoreWords = createWordScorer(model.words);
  const situations = {
    inDocument: createSituation(schemes, model, 'inDocument'),
    alone: createSituation(schemes, model, 'alone'),
  };
  return Object.freeze({
    judge(
      views: readonly PassageView[],
      { inDocument, explain: all }: JudgeOptions,
    ): readonly Judgement[] {
      const { decide, explain, rule } =
        situations[inDocument && views.length >= MIN_DOCUMENT ? 'inDocument' : 'alone'];
      const passages = read(views);
      const { words, headings, scores, bestSentences } = scoreWords(passages);
      const { conceptsOf, signalsOf } = decide(passages, scores);
      return passages.map((passage, p): Judgement => {
        const [known, headingWords] = [words[p], headings[p]];
        return judgePassage(conceptsOf(p), rule, (concept) => {
          if (known === undefined || headingWords === undefined) return [];
          const signals = signalsOf(p, concept);
          const bestSentence = bestSentences[p * schemes.length + concept] ?? 0;
          const score = { passage, words: known, headingWords, signals, concept, bestSentence };
          return explain(score, all);
        });
      });
    },
  });
}

interface Situation {
  readonly decide: Decide;
  readonly explain: ExplainScore;
  readonly rule: DecisionRule;
}

function createSituation(
  schemes: readonly string[],
  model: TaggerModel,
  name: 'inDocument' | 'alone',
): Situation {
  const { weights, rule } = model[name];
  return {
    decide: createDecider(schemes, model[name], name === 'inDocument'),
    explain: createExplainer(model.words, weights),
    rule,
  };
}

/** A document of fewer passages is no context: its passages are judged as ones that stand alone. */
const MIN_DOCUMENT = 3;

function judgePassage(
  concepts: readonly ScoredConcept[],
  { thresholds }: DecisionRule,
  explain: (concept: number) => readonly Contribution[],
): Judgement {
  const scores = new Array<number>(thresholds.length).fill(0);
  const tags: JudgedTag[] = [];
  let margin = -Infinity;
  for (const { concept, score, rawScore } of concepts) {
    const threshold = thresholds[concept] ?? 1;
    scores[concept] = score;
    margin = Math.max(margin, logOdds(score) - logOdds(threshold));
    if (score >= threshold)
      tags.push({ concept, score, rawScore, contributions: explain(concept) });
  }
  tags.sort((a, b) => b.score - a.score || a.concept - b.concept);
  return { tags, scores, margin };
}
