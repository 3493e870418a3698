/**
 * Learning from gold labels: the documents that are learnt from, and how good what was learnt is on documents that it has not seen.
 *
 * @module
 */
import { ZhengceError } from '../errors';
import { type EvaluationSample, selectSpanPassages } from '../evaluate';
import type { PassageView, Tagger, TrainingDocument, TrainingLabel } from '../tag';
import { normalizeText } from '../text';
import { predictDocument } from './evaluate-samples';
import { type GoldDocument, readGoldDocuments } from './gold-documents';
import type { GoldInputs } from './gold-inputs';
import type { Problem } from './problems';
import { startProgress } from './progress';

/** Gold labels with their documents, all in memory. */
export interface CollectedGold {
  readonly documents: readonly GoldDocument[];
  /** The same documents, as they are learnt from. */
  readonly training: readonly TrainingDocument[];
  readonly problems: readonly Problem[];
}

/** The documents of gold labels. A label or document that fails does not stop the others. */
export async function collectGold({ gold, source }: GoldInputs): Promise<CollectedGold> {
  const documents: GoldDocument[] = [];
  const problems: Problem[] = [];
  for await (const reading of readGoldDocuments(gold, source)) {
    problems.push(...reading.problems);
    if (reading.document !== undefined) documents.push(reading.document);
  }
  return { documents, problems, training: documents.map(createTrainingDocument) };
}

/** Labels of one passage beyond the first do not count. */
function createTrainingDocument(gold: GoldDocument, index: number): TrainingDocument {
  // Labels that stand alone may be of one document, and ids must differ.
  const id = gold.kind === 'alone' ? `${gold.id}\n${index}` : gold.id;
  const views = listViews(gold);
  if (gold.kind === 'alone') {
    const [{ gold: label }] = gold.labels;
    return { id, views, labels: [{ passage: 0, codes: label.codes, weight: 1 }] };
  }
  const { passages } = gold.document;
  const labels = new Map<number, TrainingLabel>();
  for (const { gold: label, span } of gold.labels)
    for (const found of selectSpanPassages(span, passages)) {
      const passage = passages.indexOf(found);
      if (!labels.has(passage)) labels.set(passage, { passage, codes: label.codes, weight: 1 });
    }
  return { id, views, labels: [...labels.values()] };
}

function listViews(gold: GoldDocument): readonly PassageView[] {
  const fold = (text: string): string => normalizeText(text).text;
  if (gold.kind === 'alone') {
    const { text, headingPath = [], title = '' } = gold.passage;
    return [{ text: fold(text), headings: headingPath.map(fold), title: fold(title) }];
  }
  const title = fold(gold.document.title ?? '');
  return gold.document.passages.map(({ text, headingPath }) => ({
    text: fold(text),
    headings: headingPath.map(fold),
    title,
  }));
}

/** How much gold something takes. */
export interface GoldNeeds {
  readonly labels: number;
  readonly documents: number;
  /** Labels with at least one code. */
  readonly coded: number;
}

/**
 * Refuses too little gold.
 *
 * @throws ZhengceError `invalid-input` where it is less than what is needed, or where every label has every concept
 */
export function assertEnough(
  { training }: CollectedGold,
  { codes, source }: GoldInputs,
  needs: GoldNeeds,
  message: { readonly command: string; readonly advice: string },
): void {
  const labels = training.flatMap((document) => document.labels);
  const has: GoldNeeds = {
    labels: labels.length,
    documents: training.filter((document) => document.labels.length > 0).length,
    coded: labels.filter((label) => label.codes.length > 0).length,
  };
  const isLess = (Object.keys(needs) as (keyof GoldNeeds)[]).some((key) => has[key] < needs[key]);
  if (isLess) {
    const received = `${has.labels} in ${has.documents}, ${has.coded} with a code`;
    throw new ZhengceError(
      'invalid-input',
      `${message.command}: expected at least ${needs.labels} gold labels in ${needs.documents} documents, ${needs.coded} of them with a code, received ${received} (${source.file}): ${message.advice}`,
    );
  }
  if (labels.every((label) => codes.every((code) => label.codes.includes(code))))
    throw new ZhengceError(
      'invalid-input',
      `${message.command}: expected labels that lack some concept, received only ones that have all (${source.file}): label passages of other subjects too, with codes []`,
    );
}

/** What a tagger predicts for every label. */
export function predictAll(
  tagger: Pick<Tagger, 'tagDocument' | 'tagPassages'>,
  { documents }: CollectedGold,
): readonly EvaluationSample[] {
  return documents.flatMap((document) =>
    predictDocument(tagger, document).map(({ sample }) => sample),
  );
}

/** Documents are divided into so many folds. */
const FOLDS = 5;

/** Whether a labelled passage may be learnt from: of a document that is not held out, and of other words than those that are. `text` is folded. */
export type MayLearn = (documentId: string, text: string) => boolean;

/**
 * What is predicted for every label by a tagger that learnt from the documents of the other folds. Passages of equal words are not learnt from either: documents copy one
 * another. Deterministic. Time: that of five fits.
 */
export function crossValidate(
  collected: CollectedGold,
  fit: (mayLearn: MayLearn) => Pick<Tagger, 'tagDocument' | 'tagPassages'>,
  { quiet }: { readonly quiet?: true },
): readonly EvaluationSample[] {
  const foldOf = assignFolds(collected.documents);
  const progress = startProgress({ total: FOLDS, unit: 'folds', quiet: quiet === true });
  try {
    return Array.from({ length: FOLDS }, (_, fold) => {
      const samples = predictFold(collected, fit, ({ id }) => foldOf.get(id) === fold);
      progress.advance();
      return samples;
    }).flat();
  } finally {
    progress.stop();
  }
}

function predictFold(
  collected: CollectedGold,
  fit: (mayLearn: MayLearn) => Pick<Tagger, 'tagDocument' | 'tagPassages'>,
  isHeldOut: (document: GoldDocument) => boolean,
): readonly EvaluationSample[] {
  const documents = collected.documents.filter(isHeldOut);
  if (documents.length === 0) return [];
  const training = documents.map((document) => {
    return collected.training[collected.documents.indexOf(document)];
  });
  const ids = new Set(training.map((document) => document?.id));
  const texts = new Set(training.flatMap((document) => listLabelled(document).map(squeeze)));
  const tagger = fit((id, text) => !ids.has(id) && !texts.has(squeeze(text)));
  return predictAll(tagger, { ...collected, documents });
}

/** The texts of the labelled passages. */
function listLabelled(document: TrainingDocument | undefined): readonly string[] {
  if (document === undefined) return [];
  return document.labels.map(({ passage }) => document.views[passage]?.text ?? '');
}

/** The fold of each document, by the order of their ids. */
function assignFolds(documents: readonly GoldDocument[]): ReadonlyMap<string, number> {
  const ids = [...new Set(documents.map(({ id }) => id))].sort();
  return new Map(ids.map((id, i) => [id, i % FOLDS]));
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}
