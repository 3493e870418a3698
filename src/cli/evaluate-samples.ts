/**
 * Gold labels with their predictions: tags each document once, whole, and lists what could not be evaluated.
 *
 * @module
 */
import type { PolicyDocument } from '../document';
import type { EvaluationSample, TagGold } from '../evaluate';
import type { Tagger } from '../tag';
import { clipSpans, predictSample } from './evaluate-predict';
import {
  type GoldDocument,
  type GoldSource,
  type PlacedLabel,
  readGoldDocuments,
} from './gold-documents';
import type { Problem } from './problems';
import type { Progress } from './progress';

/** Gold labels with their predictions. */
export interface PredictedGold {
  /** In the order of the file. */
  readonly samples: readonly EvaluationSample[];
  readonly problems: readonly Problem[];
  /** The labels that could be evaluated, with what was found at their place; in the order of the file. */
  readonly labels: readonly PlacedLabel[];
  /** How many of the samples stand in documents that the tagger learnt from. */
  readonly learnt: number;
}

/** The gold labels with what a tagger predicts. A label or document that fails does not stop the others. Memory is that of one document and the samples. */
export async function predictGold(
  tagger: Pick<Tagger, 'tagDocument' | 'tagPassages'>,
  gold: readonly TagGold[],
  source: GoldSource,
  progress: Progress,
  isLearnt: (document: PolicyDocument) => boolean = () => false,
): Promise<PredictedGold> {
  const samples: LabelledSample[] = [];
  const problems: Problem[] = [];
  let learnt = 0;
  for await (const reading of readGoldDocuments(gold, source)) {
    problems.push(...reading.problems);
    if (reading.document !== undefined) {
      const predicted = predictDocument(tagger, reading.document);
      samples.push(...predicted);
      if (reading.document.kind !== 'alone' && isLearnt(reading.document.document))
        learnt += predicted.length;
    }
    for (let label = 0; label < reading.labels; label += 1) progress.advance();
  }
  samples.sort((a, b) => a.label.gold.line - b.label.gold.line);
  return {
    samples: samples.map(({ sample }) => sample),
    labels: samples.map(({ label }) => label),
    problems,
    learnt,
  };
}

/** A label and what is predicted for it. */
export interface LabelledSample {
  readonly label: PlacedLabel;
  readonly sample: EvaluationSample;
}

/**
 * What a tagger predicts for the labels of a document, with the scores of all concepts. A label where the document has no passage is judged by its words and the title alone: a
 * person labelled it all the same.
 */
export function predictDocument(
  tagger: Pick<Tagger, 'tagDocument' | 'tagPassages'>,
  gold: GoldDocument,
): readonly LabelledSample[] {
  if (gold.kind === 'alone') {
    const [label] = gold.labels;
    const tagged = tagger.tagPassages([gold.passage], { scores: true });
    const passages = tagged.map((tags) => ({ ...tags, span: label.span }));
    return [{ label, sample: createSample(gold.id, label, label.span, passages) }];
  }
  const { passages, source, title } = tagger.tagDocument(gold.document, { scores: true });
  return gold.labels.map((label) => {
    if (label.hasPassage)
      return { label, sample: createSample(gold.id, label, label.span, passages) };
    const text = source.slice(label.span.start, label.span.end);
    const span = { start: 0, end: text.length };
    const alone = tagger.tagPassages([{ id: gold.id, text, title }], { scores: true });
    const tagged = alone.map((tags) => ({ ...tags, span }));
    return { label, sample: createSample(gold.id, label, span, tagged) };
  });
}

/** The sample of a label; `span` is where it stands among `passages`. */
function createSample(
  documentId: string,
  { gold }: PlacedLabel,
  span: PlacedLabel['span'],
  passages: Parameters<typeof predictSample>[1],
): EvaluationSample {
  const { id, codes, coders } = gold;
  const { predicted, scores, evidence } = predictSample(span, passages);
  // Marks count from the document's beginning as the gold has it, or from the passage's.
  const shift = span.start - (gold.place?.span.start ?? 0);
  const marked = gold.evidence?.map((mark) => ({
    ...mark,
    start: mark.start + shift,
    end: mark.end + shift,
  }));
  return {
    id,
    documentId,
    gold: codes,
    predicted,
    scores,
    coders,
    evidence: marked && { gold: clipSpans(marked, span), predicted: evidence },
  };
}
