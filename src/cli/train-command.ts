/**
 * `zhengce train`: a model from gold labels.
 *
 * @module
 */
import type { Command } from 'commander';
import { ZhengceError } from '../errors';
import { evaluateTags, type TagEvaluation } from '../evaluate';
import {
  createLexiconTagger,
  createTaxonomySegmenter,
  createTrainedTagger,
  loadTaggerModel,
  readTrainingCorpus,
  serializeTaggerModel,
  type Tagger,
  type TaggerModel,
  type TrainingCorpus,
  trainOnCorpus,
} from '../tag';
import { GOLD_HELP } from './gold-file';
import { type GoldFlags, type GoldInputs, readGoldInputs } from './gold-inputs';
import { assertEnough, collectGold, crossValidate, type MayLearn, predictAll } from './learn-gold';
import { finishLearning, type LearningFlags } from './learning-report';
import { assertWritable } from './output';
import { TAXONOMY_OPTION } from './taxonomy-file';

const HELP = `
Learns words and context from the labels, and from the terms of the taxonomy what they are worth:
a model for zhengce tag, index, align and evaluate, by --model. It learns from these labels
alone. The report says how good it is on documents that it has not seen (cross-validation by
document), beside the lexicon as it is. A model fits the taxonomy that it was trained with: after
a change of terms it has to be trained anew.
${GOLD_HELP}

Examples:
  zhengce train gold.jsonl --documents policies/ --taxonomy plan.yaml --out model.json
  zhengce tag policies/ --taxonomy plan.yaml --model model.json --out results

Exit status: 0 done; 1 some gold labels could not be used (listed on standard error), or there
were too few; 2 wrong usage; 130 interrupted.`;

interface TrainFlags extends GoldFlags, LearningFlags {}

/** Adds the command `train` to the program. */
export function addTrainCommand(program: Command): void {
  program
    .command('train')
    .description('train a model for a taxonomy from gold labels')
    .argument('<GOLD>', 'gold labels, .jsonl or .csv')
    .option('--documents <DIR>', 'the documents that the labels point into')
    .option(...TAXONOMY_OPTION)
    .option('--out <MODEL.json>', 'the file to write')
    .option('--json', 'write the report as one line of JSON instead of tables')
    .option('--quiet', 'no progress and no summary; what failed is listed all the same')
    .addHelpText('after', HELP)
    .action(async (file: string, flags: TrainFlags) => {
      process.exitCode = await runTrain(file, flags);
    });
}

/** The least gold that a model is trained on. It is a floor: whether a model is worth its place beside the lexicon, the report says. */
const NEEDS = { labels: 100, documents: 10, coded: 50 };

async function runTrain(file: string, flags: TrainFlags): Promise<number> {
  if (flags.out === undefined || flags.out === '')
    throw new ZhengceError('invalid-argument', 'train: expected a file, received none (--out)');
  await assertWritable(flags.out);
  const inputs = await readGoldInputs(file, flags, 'train');
  return inputs === undefined ? 1 : trainOnGold(inputs, flags);
}

async function trainOnGold(inputs: GoldInputs, flags: LearningFlags): Promise<number> {
  const { taxonomy, codes } = inputs;
  const collected = await collectGold(inputs);
  const advice =
    'label more (zhengce tag --review says where it pays), or fit the lexicon tagger with zhengce evaluate --tune, which takes less';
  assertEnough(collected, inputs, NEEDS, { command: 'train', advice });
  // The words that a model is trained on are those that it will be given.
  const segmenter = createTaxonomySegmenter(taxonomy);
  const documents = collected.training;
  const corpus = readTrainingCorpus({ taxonomy, segmenter, documents });
  const file = serializeTaggerModel(fitModel(corpus, () => true));
  // As it will be read again: rounded.
  const model = loadTaggerModel(JSON.parse(JSON.stringify(file)));
  const heldOut = crossValidate(
    collected,
    (mayLearn) => createTrainedTagger(taxonomy, segmenter, fitModel(corpus, mayLearn)),
    flags,
  );
  const judge = (tagger: Tagger): TagEvaluation =>
    evaluateTags(predictAll(tagger, collected), { codes });
  return finishLearning({
    before: {
      name: 'the lexicon as it is',
      evaluation: judge(createLexiconTagger(taxonomy, segmenter)),
    },
    heldOut: {
      name: 'trained, on documents not seen',
      evaluation: evaluateTags(heldOut, { codes }),
    },
    fitted: {
      name: 'trained, on these very labels (flatters)',
      evaluation: judge(createTrainedTagger(taxonomy, segmenter, model)),
    },
    model: file,
    inputs,
    collected,
    flags,
  });
}

/** A model of what may be learnt from. */
function fitModel(corpus: TrainingCorpus, mayLearn: MayLearn): TaggerModel {
  const documents = corpus.documents
    .map((document) => ({
      ...document,
      samples: document.samples.filter(({ documentId, passage }) =>
        mayLearn(documentId, passage.body.text),
      ),
    }))
    .filter(({ samples }) => samples.length > 0);
  const model = trainOnCorpus({ ...corpus, documents });
  const isUsable = [model.inDocument, model.alone].every(
    ({ rule: { slope, intercept } }) => slope > 0 && Number.isFinite(slope + intercept),
  );
  if (isUsable) return model;
  throw new ZhengceError(
    'invalid-input',
    'train: expected labels that tell concepts apart, received ones from which a higher score means no more than a lower one: label passages that speak of a concept in passing, without its code, and passages of other subjects, with codes []',
  );
}
