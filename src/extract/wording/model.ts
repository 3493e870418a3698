/**
 * The Wording model: how strongly a document commits those it speaks to.
 *
 * @module
 */
import type { PassageId } from '../../document';
import type { Span } from '../../text';

/** The grades of wording, strongest first; what each means stands in corpus/extract/wording.json. */
export type WordingGrade =
  | 'obligation'
  | 'commitment'
  | 'drive'
  | 'action'
  | 'support'
  | 'exploration';

/** A word that carries a grade. */
export interface WordingMark {
  /** The word, folded. */
  readonly term: string;
  /** From `obligation` 必须 to `exploration` 探索. */
  readonly grade: WordingGrade;
  /** Strength of the grade, in [0, 1]. */
  readonly strength: number;
  /** Where it stands in the document's source. */
  readonly span: Span;
}

/** The wording of a passage. */
export interface PassageWording {
  /** The passage. */
  readonly passageId: PassageId;
  /** Mean strength of the marks, in [0, 1]; undefined without marks. */
  readonly score: number | undefined;
  /** By place. */
  readonly marks: readonly WordingMark[];
}

/** The wording of a document. Frozen. */
export interface Wording {
  /** Mean strength of all marks, in [0, 1]; undefined without marks. */
  readonly score: number | undefined;
  /** How many marks the score rests on. */
  readonly marks: number;
  /** How many UTF-16 code units of reading text were read. */
  readonly characters: number;
  /** How many marks each grade has. */
  readonly grades: Readonly<Record<WordingGrade, number>>;
  /** All of the document, those without marks too, in reading order. */
  readonly passages: readonly PassageWording[];
}
