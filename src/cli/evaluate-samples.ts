/**
 * Gold labels with their predictions: tags each document once, whole, and lists what could not be evaluated.
 *
 * @module
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyzer } from '../analyzer';
import type { EvaluationSample, EvidenceSpan, TagGold } from '../evaluate';
import { readPolicyFile } from '../read';
import type { TaggedDocument } from '../tag';
import type { Span } from '../text';
import { clipSpans, predictSample } from './evaluate-predict';
import { describeProblem, type Problem } from './problems';
import type { Progress } from './progress';

/** Where gold labels come from. */
export interface GoldSource {
  /** The gold file, as problems name it. */
  readonly file: string;
  /** The folder of the documents; undefined where every label stands alone. */
  readonly documents: string | undefined;
}

/** Gold labels with their predictions. */
export interface PredictedGold {
  /** In the order of the file. */
  readonly samples: readonly EvaluationSample[];
  readonly problems: readonly Problem[];
  /** Lines whose text is not what stands in the document at their span. They are evaluated all the same. */
  readonly differingLines: readonly number[];
}

/** The gold labels with what the analyzer predicts. A label or document that fails does not stop the others. Memory is that of one document and the samples. */
export async function predictGold(
  analyzer: Analyzer,
  gold: readonly TagGold[],
  source: GoldSource,
  progress: Progress,
): Promise<PredictedGold> {
  const outcomes = new Map<TagGold, Outcome>();
  const problems: Problem[] = [];
  for (const [doc, labels] of groupByDoc(gold, source)) {
    const passages = await tagDocument(analyzer, doc, labels, source);
    if ('code' in passages) problems.push(passages);
    else
      for (const label of labels) outcomes.set(label, predictInDocument(label, passages, source));
    labels.forEach(() => {
      progress.advance();
    });
  }
  for (const label of gold.filter((one) => !standsInDocument(one, source))) {
    outcomes.set(label, predictAlone(analyzer, label, source));
    progress.advance();
  }
  const ordered = gold.flatMap((label) => outcomes.get(label) ?? []);
  return {
    samples: ordered.flatMap(({ sample }) => sample ?? []),
    problems: [...problems, ...ordered.flatMap(({ problem }) => problem ?? [])],
    differingLines: ordered.flatMap(({ differingLine }) => differingLine ?? []),
  };
}

/** What became of a label. */
interface Outcome {
  readonly sample?: EvaluationSample;
  readonly problem?: Problem;
  readonly differingLine?: number;
}

/** A document whose passages are tagged. */
interface TaggedSource {
  readonly path: string;
  readonly text: string;
  readonly passages: TaggedDocument['passages'];
}

function standsInDocument({ place }: TagGold, { documents }: GoldSource): boolean {
  return place !== undefined && documents !== undefined;
}

function groupByDoc(
  gold: readonly TagGold[],
  source: GoldSource,
): ReadonlyMap<string, readonly TagGold[]> {
  const groups = new Map<string, TagGold[]>();
  for (const label of gold) {
    if (label.place === undefined || !standsInDocument(label, source)) continue;
    const group = groups.get(label.place.doc);
    if (group === undefined) groups.set(label.place.doc, [label]);
    else group.push(label);
  }
  return groups;
}

async function tagDocument(
  analyzer: Analyzer,
  doc: string,
  labels: readonly TagGold[],
  { documents = '' }: GoldSource,
): Promise<TaggedSource | Problem> {
  const base = join(documents, doc);
  const path = EXTENSIONS.map((extension) => base + extension).find((file) => existsSync(file));
  if (path === undefined) return describeMissing(base, labels);
  try {
    const { text } = await readPolicyFile(path);
    return { path, text, passages: analyzer.tag(analyzer.parse(text, { id: doc })).passages };
  } catch (error) {
    return describeProblem(path, error);
  }
}

const EXTENSIONS = ['.txt', '.md'] as const;

function describeMissing(base: string, labels: readonly TagGold[]): Problem {
  const lines = labels.map(({ line }) => line);
  const more = lines.length > MAX_LINES ? ' …' : '';
  const where = `gold ${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, MAX_LINES).join(', ')}${more}`;
  const message = `expected a document for ${where}, received no ${EXTENSIONS.join(' or ')} file of that name`;
  return { place: base, code: 'read-failed', message };
}

/** Lines that a problem names. */
const MAX_LINES = 5;

function predictInDocument(
  label: TagGold,
  { path, text, passages }: TaggedSource,
  { file }: GoldSource,
): Outcome {
  const span = label.place?.span ?? { start: 0, end: 0 };
  const outside = [span, ...(label.evidence ?? [])].find(({ end }) => end > text.length);
  if (outside !== undefined) {
    const message = `expected spans within the ${text.length} characters of ${path}, received "${outside.start}" and "${outside.end}" (start, end)`;
    return { problem: { place: `${file}:${label.line}`, code: 'invalid-input', message } };
  }
  const sample = createSample(label, span, passages, label.evidence);
  const isSame =
    label.text === undefined || equalWords(label.text, text.slice(span.start, span.end));
  return isSame ? { sample } : { sample, differingLine: label.line };
}

/** Whether two texts are the same but for white space. */
function equalWords(a: string, b: string): boolean {
  return a.replace(/\s/g, '') === b.replace(/\s/g, '');
}

function predictAlone(analyzer: Analyzer, label: TagGold, { file }: GoldSource): Outcome {
  const { id, text = '', title, headingPath, place, evidence } = label;
  try {
    const [tagged] = analyzer.tagPassages([{ id, text, title, headingPath }]);
    const span = { start: 0, end: text.length };
    const from = place?.span.start ?? 0;
    const marked = evidence?.map(({ start, end, code }) => ({
      start: start - from,
      end: end - from,
      code,
    }));
    return { sample: createSample(label, span, [{ span, tags: tagged?.tags ?? [] }], marked) };
  } catch (error) {
    return { problem: describeProblem(`${file}:${label.line}`, error) };
  }
}

function createSample(
  { id, place, codes, coders }: TagGold,
  span: Span,
  passages: Parameters<typeof predictSample>[1],
  marked: readonly EvidenceSpan[] | undefined,
): EvaluationSample {
  const { predicted, scores, evidence } = predictSample(span, passages);
  return {
    id,
    // A passage that stands alone is a document of its own.
    documentId: place?.doc ?? `:${id}`,
    gold: codes,
    predicted,
    scores,
    coders,
    evidence: marked && { gold: clipSpans(marked, span), predicted: evidence },
  };
}
