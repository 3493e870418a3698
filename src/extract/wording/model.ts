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
  readonly grade: WordingGrade;
  /** Strength of the grade, in [0, 1]. */
  readonly strength: number;
  readonly span: Span;
}

/** The wording of a passage. */
export interface PassageWording {
  readonly passageId: PassageId;
  /** Mean strength of the marks, in [0, 1]; undefined without marks. */
  readonly score: number | undefined;
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
  readonly passages: readonly PassageWording[];
}
