/**
 * formatEvaluationReport: an evaluation as a person reads it.
 *
 * @module
 */
import type { AverageResult, Estimate, Interval, TagEvaluation } from '../evaluate';
import type { Concept } from '../taxonomy';
import { formatTable } from './evaluate-table';

/** The report as text, in sections; what is not known is left out. Ends in a line feed. */
export function formatEvaluationReport(
  evaluation: TagEvaluation,
  concepts: readonly Pick<Concept, 'notation' | 'prefLabel'>[],
): string {
  const sections = [
    describeSamples(evaluation),
    describeAverages(evaluation),
    describeConcepts(evaluation, concepts),
    describeRanking(evaluation),
    describeCalibration(evaluation),
    describeConfusions(evaluation),
    describeEvidence(evaluation),
    describeAgreement(evaluation),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Lines = readonly string[];

function describeSamples({ samples, documents, withoutCode, skipped }: TagEvaluation): Lines {
  const counted = `${count(samples, 'gold label')} of ${count(documents, 'document')}, ${withoutCode} without a code`;
  return [skipped === 0 ? counted : `${counted}; ${skipped} more could not be evaluated`];
}

function describeAverages(evaluation: TagEvaluation): Lines {
  const { micro, macro, weighted, macroCodes, minSupport, exactMatch, bootstrap } = evaluation;
  const row = (name: string, { precision, recall, f1, intervals }: AverageResult): Lines => [
    name,
    withInterval(precision, intervals.precision),
    withInterval(recall, intervals.recall),
    withInterval(f1, intervals.f1),
  ];
  return [
    `Averages, with ${Number((bootstrap.level * 100).toFixed(4))} % intervals (bootstrap over documents, ${bootstrap.resamples} resamples)`,
    ...formatTable(
      ['left', 'left', 'left', 'left'],
      [
        ['', 'precision', 'recall', 'F1'],
        row('micro', micro),
        row('macro', macro),
        row('weighted', weighted),
      ],
    ),
    `  macro: over the ${count(macroCodes.length, 'concept')} with ${minSupport} or more in gold`,
    `  exactly the gold codes: ${share(exactMatch)}`,
  ];
}

function describeConcepts(
  { concepts, agreement }: TagEvaluation,
  named: readonly Pick<Concept, 'notation' | 'prefLabel'>[],
): Lines {
  const names = new Map(named.map(({ notation, prefLabel }) => [notation, prefLabel]));
  const kappas = new Map(agreement?.concepts.map(({ code, kappa }) => [code, kappa]));
  const withKappa = (cell: string): Lines => (agreement === null ? [] : [cell]);
  const rows = concepts.map(({ code, support, predicted, precision, recall, f1 }) => [
    code,
    String(support),
    String(predicted),
    // Nothing to divide by is no zero.
    share(predicted === 0 ? null : precision),
    share(support === 0 ? null : recall),
    share(support === 0 ? null : f1),
    ...withKappa(share(kappas.get(code) ?? null)),
    names.get(code) ?? '',
  ]);
  const figures = Array.from({ length: agreement === null ? 5 : 6 }, () => 'right' as const);
  return [
    'Concepts',
    ...formatTable(
      ['left', ...figures, 'left'],
      [
        ['', 'in gold', 'given', 'precision', 'recall', 'F1', ...withKappa("coders' kappa"), ''],
        ...rows,
      ],
    ),
  ];
}

function describeRanking({ ranking }: TagEvaluation): Lines {
  if (ranking === null) return [];
  const row = (name: string, { value, interval }: Estimate): Lines => [
    name,
    interval === null ? share(value) : withInterval(value, interval),
  ];
  return [
    `Ranking, over the ${count(ranking.samples, 'label')} with a code`,
    ...formatTable(
      ['left', 'left'],
      [row('precision@1', ranking.precisionAtOne), row('nDCG', ranking.ndcg)],
    ),
  ];
}

function describeCalibration({ calibration }: TagEvaluation): Lines {
  if (calibration === null) return [];
  const { predictions, listed, expectedCalibrationError, tagError, brierScore, bins } = calibration;
  const unlisted = predictions - listed;
  return [
    `Calibration, over ${count(predictions, 'prediction')} (each concept of each label)`,
    ...formatTable(
      ['left', 'left'],
      [
        ['expected calibration error', share(expectedCalibrationError)],
        ['  of the tags given', share(tagError)],
        ['Brier score', share(brierScore)],
      ],
    ),
    ...(unlisted === 0 ? [] : [`  ${unlisted} predictions have no score and count as 0`]),
    ...formatTable(
      ['left', 'right', 'right', 'right'],
      [
        ['score', 'predictions', 'mean score', 'in gold'],
        ...bins.map((bin) => [
          `${decimals(bin.low, 2)}–${decimals(bin.high, 2)}`,
          String(bin.predictions),
          share(bin.meanScore),
          share(bin.shareGold),
        ]),
      ],
    ),
  ];
}

function describeConfusions({ confusions }: TagEvaluation): Lines {
  if (confusions.length === 0) return [];
  return [
    'Frequent mistakes',
    ...formatTable(
      ['left', 'left', 'right', 'left'],
      [
        ['missed', 'given', 'labels', 'such as'],
        ...confusions.map(({ missed, given, count: labels, examples }) => [
          missed ?? 'none',
          given ?? 'none',
          String(labels),
          examples.join(', '),
        ]),
      ],
    ),
  ];
}

function describeEvidence({ evidence }: TagEvaluation): Lines {
  if (evidence === null) return [];
  const { samples, precision, recall, f1 } = evidence;
  return [
    `Evidence, by characters, over the ${count(samples, 'label')} with marked words`,
    ...formatTable(
      ['left', 'left', 'left'],
      [
        ['precision', 'recall', 'F1'],
        [share(precision), share(recall), share(f1)],
      ],
    ),
  ];
}

function describeAgreement({ agreement, micro }: TagEvaluation): Lines {
  if (agreement === null) return [];
  const { pairs, microF1, macroF1, kappa } = agreement;
  const ceiling = microF1 === 0 ? [] : [describeCeiling(micro.f1 / microF1)];
  return [
    'Coders against each other',
    ...formatTable(
      ['left', 'right', 'right', 'right', 'right'],
      [
        ['coders', 'labels', 'micro-F1', 'macro-F1', 'kappa'],
        ...pairs.map((pair) => [
          `${pair.first} and ${pair.second}`,
          String(pair.samples),
          share(pair.microF1),
          share(pair.macroF1),
          share(pair.kappa),
        ]),
        ['mean', '', share(microF1), share(macroF1), share(kappa)],
      ],
    ),
    ...ceiling,
  ];
}

function describeCeiling(part: number): string {
  return `  the tags' micro-F1 is ${decimals(part * 100, 0)} % of the coders'`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function withInterval(value: number, { low, high }: Interval): string {
  return `${share(value)} (${share(low)}–${share(high)})`;
}

function share(value: number | null): string {
  return value === null ? '–' : decimals(value, 3);
}

function decimals(value: number, digits: number): string {
  return value.toFixed(digits);
}
