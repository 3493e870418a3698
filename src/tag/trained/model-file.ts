/**
 * The form in which a trained model is kept in a file, and the way there and back.
 *
 * @module
 */
import * as z from 'zod';
import { describeReceived, ZhengceError } from '../../errors';
import { OWN_SIGNALS } from './signal-model';
import { SIGNAL_COUNT } from './signals';
import { createWordModel, type SituationModel, type TaggerModel } from './tagger-model';
import type { WordWeights } from './word-weights';

/** Weights by word and concept in 8 bits: `weight = scales[concept] × value`, values `[word × concepts + concept]` in base64. */
interface PackedWeights {
  readonly scales: readonly number[];
  readonly values: string;
}

interface SituationFile {
  readonly shared: readonly number[];
  readonly bias: readonly number[];
  readonly own: readonly number[];
  readonly slope: number;
  readonly intercept: number;
  readonly thresholds: readonly number[];
}

/** A trained model as JSON. What it holds is for `loadTaggerModel` alone. */
export interface TaggerModelFile {
  /** Of this form. */
  readonly format: 1;
  /** What it was trained for; `lexicon` is a number of its terms. */
  readonly taxonomy: { readonly id: string; readonly version: string; readonly lexicon: string };
  /** Notations, in the order in which concepts are numbered. */
  readonly codes: readonly string[];
  /** Joined by line feeds. */
  readonly words: string;
  /** Joined likewise. */
  readonly headingWords: string;
  /** Of each of `words`, in their order. */
  readonly idf: readonly number[];
  /** Weights of the words of passages. */
  readonly text: PackedWeights;
  /** Weights of the words of headings. */
  readonly headings: PackedWeights;
  /** Of each concept, beside the words. */
  readonly bias: readonly number[];
  /** For passages in their document. */
  readonly inDocument: SituationFile;
  /** For passages that stand alone. */
  readonly alone: SituationFile;
  /** Files of an earlier version have none: they read all passages. */
  readonly onlySpeaking?: boolean | undefined;
  /** Names of the documents that the model learnt from; files of an earlier version have none. */
  readonly learntFrom?: readonly string[] | undefined;
}

const DECIMALS = 5;

/** The file of a model. Weights of words have 8 bits already, and their scales stay as they are; all else is rounded to five decimals: loading it gives a model with those. */
export function serializeTaggerModel(model: TaggerModel): TaggerModelFile {
  const { words, codes } = model;
  return {
    format: 1,
    taxonomy: model.taxonomy,
    codes,
    words: words.table.words.join('\n'),
    headingWords: words.headingTable.words.join('\n'),
    idf: roundAll(words.idf),
    text: packWeights(words.text),
    headings: packWeights(words.headings),
    bias: roundAll(words.bias),
    inDocument: serializeSituation(model.inDocument),
    alone: serializeSituation(model.alone),
    onlySpeaking: model.onlySpeaking,
    learntFrom: model.learntFrom,
  };
}

function serializeSituation({ weights, rule }: SituationModel): SituationFile {
  return {
    shared: roundAll(weights.shared),
    bias: roundAll(weights.bias),
    own: roundAll(weights.own),
    slope: round(rule.slope),
    intercept: round(rule.intercept),
    thresholds: roundAll(rule.thresholds),
  };
}

function round(value: number): number {
  return Number(value.toFixed(DECIMALS));
}

function roundAll(values: ArrayLike<number>): readonly number[] {
  return Array.from(values, round);
}

function packWeights({ values, scales }: WordWeights): PackedWeights {
  let bytes = '';
  for (const value of values) bytes += String.fromCharCode(value & 0xff);
  return { scales: Array.from(scales), values: btoa(bytes) };
}

function unpackWeights({ scales, values }: PackedWeights): WordWeights {
  const bytes = atob(values);
  const weights = new Int8Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) weights[i] = bytes.charCodeAt(i);
  return { values: weights, scales: Float64Array.from(scales) };
}

/** The model of a file that is known to be one: no check is made. */
export function createTaggerModel(file: TaggerModelFile): TaggerModel {
  return Object.freeze({
    taxonomy: file.taxonomy,
    codes: file.codes,
    words: createWordModel({
      words: splitWords(file.words),
      headingWords: splitWords(file.headingWords),
      idf: Float64Array.from(file.idf),
      text: unpackWeights(file.text),
      headings: unpackWeights(file.headings),
      bias: Float64Array.from(file.bias),
    }),
    inDocument: createSituation(file.inDocument),
    alone: createSituation(file.alone),
    onlySpeaking: file.onlySpeaking ?? false,
    learntFrom: file.learntFrom ?? [],
  });
}

function splitWords(words: string): readonly string[] {
  return words === '' ? [] : words.split('\n');
}

function createSituation(file: SituationFile): SituationModel {
  return {
    weights: {
      shared: Float64Array.from(file.shared),
      bias: Float64Array.from(file.bias),
      own: Float64Array.from(file.own),
    },
    rule: {
      slope: file.slope,
      intercept: file.intercept,
      thresholds: Float64Array.from(file.thresholds),
    },
  };
}

const numbers = z.array(z.number());
const packedSchema = z.strictObject({ scales: numbers, values: z.base64() });
const situationSchema = z.strictObject({
  shared: numbers.length(SIGNAL_COUNT),
  bias: numbers,
  own: numbers,
  slope: z.number().positive(),
  intercept: z.number(),
  thresholds: numbers,
});
const fileSchema = z
  .strictObject({
    format: z.literal(1),
    taxonomy: z.strictObject({ id: z.string(), version: z.string(), lexicon: z.string() }),
    codes: z.array(z.string()).min(1),
    words: z.string(),
    headingWords: z.string(),
    idf: numbers,
    text: packedSchema,
    headings: packedSchema,
    bias: numbers,
    inDocument: situationSchema,
    alone: situationSchema,
    onlySpeaking: z.boolean().optional(),
    learntFrom: z.array(z.string()).optional(),
  })
  .superRefine((file, context) => {
    for (const fault of findWrongSizes(file)) context.addIssue({ code: 'custom', message: fault });
  });

/** How many bytes a base64 text stands for. */
function countBytes(base64: string): number {
  return (base64.length / 4) * 3 - (/={1,2}$/.exec(base64)?.[0].length ?? 0);
}

function findWrongSizes(file: TaggerModelFile): readonly string[] {
  const concepts = file.codes.length;
  const words = splitWords(file.words).length;
  const headingWords = splitWords(file.headingWords).length;
  const sizes: readonly (readonly [string, number, number])[] = [
    ['idf', file.idf.length, words],
    ['text', countBytes(file.text.values), words * concepts],
    ['text.scales', file.text.scales.length, concepts],
    ['headings', countBytes(file.headings.values), headingWords * concepts],
    ['headings.scales', file.headings.scales.length, concepts],
    ['bias', file.bias.length, concepts],
    ...(['inDocument', 'alone'] as const).flatMap((name) => {
      const { bias, own, thresholds } = file[name];
      return [
        [`${name}.bias`, bias.length, concepts],
        [`${name}.own`, own.length, concepts * OWN_SIGNALS.length],
        [`${name}.thresholds`, thresholds.length, concepts],
      ] as const;
    }),
  ];
  return sizes
    .filter(([, length, expected]) => length !== expected)
    .map(([name, length, expected]) => `${name}: expected ${expected} values, received ${length}`);
}

/**
 * The model that a file holds.
 *
 * @param value - the parsed JSON of a file that `zhengce train` or `serializeTaggerModel` made
 * @throws ZhengceError `invalid-input` where it is no such file, or one of another format
 */
export function loadTaggerModel(value: unknown): TaggerModel {
  const parsed = fileSchema.safeParse(value);
  if (parsed.success) return createTaggerModel(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.join('.')})`;
  throw new ZhengceError(
    'invalid-input',
    `loadTaggerModel: expected a tagger model of format 1, received ${describeReceived(value)}: ${issue?.message ?? ''}${where}`,
  );
}
