/**
 * Alignment of a collection: relative emphasis, ranking, nearest documents, copies among them.
 *
 * @module
 */
import type { DocumentId } from '../document';
import type { Diagnostic } from '../errors';
import type { TaggedDocument } from '../tag';
import { computeConvergence } from './agreement';
import type { Aligner } from './aligner';
import type { ConceptVector } from './check-vectors';
import { meanEmphasis } from './emphasis';
import { compareIds, findSharedTexts, type SharedTexts } from './find-duplicates';
import type { Alignment } from './model';

/** A document's place in the ranking. */
export interface RankedDocument {
  readonly documentId: DocumentId;
  /** Convergence with the plan, in [0, 1]. */
  readonly convergence: number;
}

/** The documents whose emphasis is nearest to one's. */
export interface Neighbours {
  /** The one whose neighbours these are. */
  readonly documentId: DocumentId;
  /** By convergence with it, greatest first; ties by id. */
  readonly nearest: readonly RankedDocument[];
}

/** A collection aligned with a plan. */
export interface CollectionAlignment {
  /** Notations of the concepts, `T1`, in the order of the taxonomy: that of every vector here. */
  readonly codes: readonly string[];
  /** p_k. */
  readonly planEmphasis: ConceptVector;
  /** As {@link Aligner.planDiagnostics}. */
  readonly planDiagnostics: readonly Diagnostic[];
  /** Mean emphasis of the documents that are measured: what relative emphasis is relative to; empty where none is. */
  readonly reference: ConceptVector;
  /** In the order given. Their emphases are the matrix of documents × concepts. */
  readonly alignments: readonly Alignment[];
  /** Documents that are measured, by convergence, greatest first; ties by id. */
  readonly ranking: readonly RankedDocument[];
  /** Of each document in the ranking, in its order. */
  readonly neighbours: readonly Neighbours[];
  /** Copies among the documents given. */
  readonly shared: SharedTexts;
}

/** Documents that {@link Neighbours} lists. */
const MAX_NEIGHBOURS = 5;

/**
 * The collection aligned. What is said of a document does not depend on the order of the others.
 *
 * Linear in the documents, but for `neighbours`, which compares all with all: K operations a pair, and sorts the others for each, N² (K + log N) in all.
 */
export function alignCollection(
  aligner: Aligner,
  documents: readonly TaggedDocument[],
): CollectionAlignment {
  const prepared = documents.map((document) => aligner.prepare(document));
  const measured = prepared.flatMap((each): readonly Measured[] => {
    const { document } = each;
    const emphasis = aligner.measureEmphasis(each);
    return emphasis === undefined ? [] : [{ documentId: document.id, emphasis }];
  });
  const reference = meanEmphasis(measured.map(({ emphasis }) => emphasis));
  const ranking = rankByConvergence(measured, aligner.planEmphasis);
  const byId = new Map(measured.map((each) => [each.documentId, each]));
  return Object.freeze({
    codes: aligner.concepts.map(({ notation }) => notation),
    planEmphasis: aligner.planEmphasis,
    planDiagnostics: aligner.planDiagnostics,
    reference,
    alignments: prepared.map((each) =>
      aligner.align(each, reference.length === 0 ? undefined : reference),
    ),
    ranking,
    neighbours: ranking.map(({ documentId }) => ({
      documentId,
      nearest: rankByConvergence(
        measured.filter((other) => other.documentId !== documentId),
        byId.get(documentId)?.emphasis ?? [],
      ).slice(0, MAX_NEIGHBOURS),
    })),
    shared: findSharedTexts(
      prepared.map(({ document, letters }) => ({ id: document.id, text: letters })),
    ),
  });
}

interface Measured {
  readonly documentId: DocumentId;
  readonly emphasis: ConceptVector;
}

function rankByConvergence(
  measured: readonly Measured[],
  emphasis: ConceptVector,
): readonly RankedDocument[] {
  return measured
    .map(({ documentId, emphasis: other }) => ({
      documentId,
      convergence: computeConvergence(emphasis, other) ?? 0,
    }))
    .sort((a, b) => b.convergence - a.convergence || compareIds(a.documentId, b.documentId));
}
