/**
 * `zhengce evaluate --tune`: the lexicon tagger fitted to gold labels.
 *
 * @module
 */
import { evaluateTags, type TagEvaluation } from '../evaluate';
import {
  createLexiconModel,
  createLexiconTagger,
  createTaxonomySegmenter,
  readTuningCorpus,
  type Tagger,
  tuneLexicon,
} from '../tag';
import type { GoldInputs } from './gold-inputs';
import { assertEnough, collectGold, crossValidate, type MayLearn, predictAll } from './learn-gold';
import { finishLearning, type LearningFlags } from './learning-report';

/** The least gold that settings are fitted on: nine settings, and a threshold of each concept. */
const NEEDS = { labels: 40, documents: 10, coded: 30 };

/**
 * Fits the settings of the lexicon tagger to gold labels, writes them where the flags say, and the report; the exit status.
 *
 * @throws ZhengceError `invalid-input` for too little gold
 */
export async function tuneOnGold(inputs: GoldInputs, flags: LearningFlags): Promise<number> {
  const { taxonomy, codes } = inputs;
  const collected = await collectGold(inputs);
  const advice = 'label more, or tag with the lexicon as it is, by --model lexicon';
  assertEnough(collected, inputs, NEEDS, { command: 'evaluate', advice });
  const segmenter = createTaxonomySegmenter(taxonomy);
  const corpus = readTuningCorpus(taxonomy, segmenter, collected.training);
  const settings = tuneLexicon(corpus);
  const before = createLexiconTagger(taxonomy, segmenter);
  const after = createLexiconTagger(taxonomy, segmenter, settings);
  const fit = (mayLearn: MayLearn): Tagger => {
    const samples = corpus.samples.filter(({ documentId, view }) =>
      mayLearn(documentId, view.text),
    );
    return createLexiconTagger(taxonomy, segmenter, tuneLexicon({ ...corpus, samples }));
  };
  const heldOut = crossValidate(collected, fit, flags);
  const judge = (tagger: Tagger): TagEvaluation =>
    evaluateTags(predictAll(tagger, collected), { codes });
  return finishLearning({
    before: { name: 'the lexicon as it is', evaluation: judge(before) },
    heldOut: {
      name: 'tuned, on documents not tuned on',
      evaluation: evaluateTags(heldOut, { codes }),
    },
    fitted: {
      name: 'tuned, on these very labels (flatters)',
      evaluation: judge(after),
    },
    model: createLexiconModel(taxonomy, settings),
    inputs,
    collected,
    flags,
  });
}
