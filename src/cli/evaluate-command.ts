/**
 * `zhengce evaluate`: tags against gold labels.
 *
 * @module
 */
import type { Command } from 'commander';
import { type CreateAnalyzerOptions, createAnalyzer } from '../analyzer';
import type { PolicyDocument } from '../document';
import { ZhengceError } from '../errors';
import { evaluateTags, formatEvaluation } from '../evaluate';
import { findBuiltinModel, fingerprintPassages, isLexiconModel } from '../tag';
import { normalizeText } from '../text';
import { formatEvaluationReport } from './evaluate-report';
import { type PredictedGold, predictGold } from './evaluate-samples';
import { GOLD_HELP } from './gold-file';
import { type GoldFlags, type GoldInputs, printPlaces, readGoldInputs } from './gold-inputs';
import { MODEL_OPTION, readModelOption } from './model-file';
import { assertWritable, withOutput } from './output';
import { printProblem } from './problems';
import { startProgress } from './progress';
import { TAXONOMY_OPTION } from './taxonomy-file';
import { tuneOnGold } from './tune-gold';

interface EvaluateFlags extends GoldFlags {
  readonly model?: string;
  readonly tune?: true;
  readonly out?: string;
  readonly json?: true;
  readonly quiet?: true;
}

const HELP = `${GOLD_HELP}

Documents are tagged whole, so that title, headings and neighbours count; each label is compared
with the passages that it shares. A label whose text stands elsewhere in the document than at its
span is evaluated where it stands, and said to be.

--tune fits the weights and thresholds of the lexicon tagger to the labels (40 or more in 10
documents), for a taxonomy of your own above all. The report says how good that is on documents
that were not tuned on (cross-validation by document), beside the lexicon as it is.

Examples:
  zhengce evaluate gold.jsonl --documents policies/
  zhengce evaluate gold.jsonl --documents policies/ --json | jq .macro
  zhengce evaluate checked.csv --documents policies/ --taxonomy plan.yaml --tune --out tuned.json
  zhengce tag policies/ --taxonomy plan.yaml --model tuned.json

Exit status: 0 done; 1 some gold labels could not be evaluated (listed on standard error);
2 wrong usage; 130 interrupted.`;

/** Adds the command `evaluate` to the program. */
export function addEvaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('compare tags with gold labels')
    .argument('<GOLD>', 'gold labels, .jsonl or .csv')
    .option('--documents <DIR>', 'the documents that the labels point into')
    .option(...TAXONOMY_OPTION)
    .option(...MODEL_OPTION)
    .option('--tune', 'fit the weights and thresholds of the lexicon tagger to the labels')
    .option('--out <FILE>', 'where --tune writes what it fitted, for --model')
    .option('--json', 'write one line of JSON instead of tables')
    .option('--quiet', 'no progress and no summary; what failed is listed all the same')
    .addHelpText('after', HELP)
    .action(async (file: string, flags: EvaluateFlags) => {
      process.exitCode = await runEvaluate(file, flags);
    });
}

async function runEvaluate(file: string, flags: EvaluateFlags): Promise<number> {
  const { tune, model, out } = flags;
  if (tune === true && model !== undefined)
    throw usage('expected no --model with --tune, which fits the lexicon tagger (--model)');
  if (tune !== true && out !== undefined) throw usage('expected --tune with --out (--out)');
  if (out === '') throw usage('expected a file, received "" (--out)');
  if (out !== undefined) await assertWritable(out);
  const inputs = await readGoldInputs(file, flags, 'evaluate');
  if (inputs === undefined) return 1;
  return tune === true ? tuneOnGold(inputs, flags) : evaluateGold(inputs, flags);
}

async function evaluateGold(inputs: GoldInputs, flags: EvaluateFlags): Promise<number> {
  const began = Date.now();
  const { gold, codes, concepts } = inputs;
  const predicted = await predict(inputs, flags);
  predicted.problems.forEach(printProblem);
  if (flags.quiet !== true) printRemarks(predicted, inputs, began);
  const { samples } = predicted;
  const skipped = gold.length - samples.length;
  if (samples.length === 0) {
    process.stderr.write('zhengce: no gold label could be evaluated\n');
    return 1;
  }
  const evaluation = evaluateTags(samples, { codes, skipped });
  await withOutput(undefined, (output) =>
    output.write(
      flags.json === true
        ? formatEvaluation(evaluation)
        : formatEvaluationReport(evaluation, concepts),
    ),
  );
  return skipped === 0 ? 0 : 1;
}

async function predict(
  { taxonomy, gold, source }: GoldInputs,
  { model, quiet }: EvaluateFlags,
): Promise<PredictedGold> {
  const options = await readModelOption(model, taxonomy, 'evaluate');
  const analyzer = await createAnalyzer({ taxonomy, ...options });
  const tagger: Parameters<typeof predictGold>[0] = {
    tagDocument: (document, options) => analyzer.tag(document, options),
    tagPassages: (passages, options) => analyzer.tagPassages(passages, options),
  };
  const progress = startProgress({
    total: gold.length,
    unit: 'gold labels',
    quiet: quiet === true,
  });
  try {
    const used = options.model ?? findBuiltinModel(taxonomy) ?? 'lexicon';
    return await predictGold(tagger, gold, source, progress, recogniseLearnt(used));
  } finally {
    progress.stop();
  }
}

/** Tells the documents that a model learnt from. */
function recogniseLearnt(
  model: NonNullable<CreateAnalyzerOptions['model']>,
): (document: PolicyDocument) => boolean {
  if (model === 'lexicon' || isLexiconModel(model)) return () => false;
  const learnt = new Set(model.learntFrom);
  return ({ passages }) =>
    learnt.has(fingerprintPassages(passages.map(({ text }) => normalizeText(text).text)));
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `evaluate: ${message}`);
}

function printRemarks(
  { samples, labels, learnt }: PredictedGold,
  inputs: GoldInputs,
  began: number,
): void {
  const { gold } = inputs;
  printPlaces(labels, inputs);
  if (learnt > 0)
    process.stderr.write(
      `zhengce: ${learnt} of ${samples.length} labels stand in documents that the model learnt from: the figures are better than they would be on documents that it has not seen\n`,
    );
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stderr.write(
    `zhengce: ${gold.length} gold ${gold.length === 1 ? 'label' : 'labels'} in ${seconds} s, ${gold.length - samples.length} failed\n`,
  );
}
