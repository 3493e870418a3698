/**
 * What alignment gives: a document's scores against a plan, its two ledgers, and what all of it rests on.
 *
 * @module
 */
import type { DocumentId, PassageId } from '../document';
import type { Diagnostic } from '../errors';
import type { Target } from '../extract';
import type { ConceptId } from '../taxonomy';
import type { Span } from '../text';
import type { CountTotals } from './count-concepts';

/**
 * The measures of a document against a plan, or why there are none. Definitions stand at the functions: `computeCoverage`, `computeConvergence` and so on.
 */
export type AlignmentMeasures =
  | {
      /** The document gives enough to rest on. */
      readonly kind: 'measured';
      /** 覆盖度, in [0, 1]. */
      readonly coverage: number;
      /** Coverage weighted by the plan's own emphasis, in [0, 1]. */
      readonly weightedCoverage: number;
      /** Tagged characters / all characters, in [0, 1]. */
      readonly digitalShare: number;
      /** Effective number of concepts, from 1 to K. */
      readonly diversity: number;
      /** In [0, 1]. */
      readonly convergence: number;
      /** In [0, 1]. */
      readonly cosine: number;
      /** In bits, in [0, 1]; 0 is the same. */
      readonly jensenShannon: number;
    }
  | {
      /** It does not: no figures rather than chance ones. */
      readonly kind: 'unmeasured';
      /** `too-short`: too few characters in all; `off-topic`: too few on the plan's subjects, or the tagger doubts all of them. */
      readonly reason: 'too-short' | 'off-topic';
      /** What was expected and what was found, in English. */
      readonly message: string;
    };

/** A document's scores for one concept of the plan. */
export interface ConceptAlignment {
  /** Its id in the taxonomy. */
  readonly conceptId: ConceptId;
  /** Its notation: `T1`. */
  readonly code: string;
  /** n_k: characters, shared among the tags of a passage by score. */
  readonly characters: number;
  /** Passages with the tag. */
  readonly passages: number;
  /** s_k, in [0, 1]. */
  readonly emphasis: number;
  /** p_k, in [0, 1]; 1/K where the plan's text is not given. */
  readonly planEmphasis: number;
  /** s_k over the mean s_k of the reference set; undefined without one, or where it has none of the concept. */
  readonly relativeEmphasis: number | undefined;
  /** TF-IDF cosine of the two sides' passages of the concept, in [0, 1]; undefined where the plan's text or either side's passages are missing. */
  readonly similarity: number | undefined;
  /** Targets, deadlines and bodies in these passages. */
  readonly specificity: Specificity;
}

/** How definite the passages of a concept are. */
export interface Specificity {
  /** Quantified targets. */
  readonly targets: number;
  /** Targets and milestones with a deadline. */
  readonly deadlines: number;
  /** Responsible bodies that are named. */
  readonly bodies: number;
  /** Share of the concept's passages with at least one of the three, in [0, 1]; undefined where there are no passages. */
  readonly score: number | undefined;
}

/** The concept that a document's emphasis is highest for, within a scheme of the plan. */
export interface Peak {
  /** Id of the scheme. */
  readonly scheme: string;
  /** Notation of the concept; of equal ones the first in the taxonomy. */
  readonly code: string;
  /** Its s_k, above 0 and up to 1. */
  readonly emphasis: number;
}

/** 力度: how binding a document is, by its form and by its words. Two figures, never one. */
export interface Strength {
  /** By issuer and genre, in [0, 1]; undefined where either is unknown. */
  readonly formal: number | undefined;
  /** The row and column of the table that `formal` comes from. */
  readonly issuerRank: string | undefined;
  /** The column: `law`, `regulation`, `rule`, `programme`, `notice` or `information`; undefined where unknown. */
  readonly genreRank: string | undefined;
  /** Mean strength of its directive words, in [0, 1]; undefined where it has none. */
  readonly wording: number | undefined;
  /** Directive words that `wording` rests on. */
  readonly marks: number;
}

/** A stretch of the document that stands in the plan too. */
export interface ReuseStretch {
  /** `boilerplate` where more than half of its letters, on either side, are of boilerplate passages. */
  readonly kind: 'substance' | 'boilerplate';
  /** In the document's source. */
  readonly span: Span;
  /** In the plan's source. */
  readonly planSpan: Span;
  /** Letters that are the same on both sides, and their share in the longer side, in [0, 1]. */
  readonly matches: number;
  /** `matches` / letters of the longer side, in [0, 1]. */
  readonly identity: number;
}

/** Text reuse between a document and a plan. Shares are of letters, without punctuation, in [0, 1]. */
export interface TextReuse {
  /** Reused letters that are no boilerplate / all letters that are none: of the document, of the plan. */
  readonly share: number;
  /** The same of the plan's letters. */
  readonly planShare: number;
  /** Reused letters of boilerplate passages / all letters of such passages. */
  readonly boilerplateShare: number;
  /** The same of the plan's boilerplate. */
  readonly planBoilerplateShare: number;
  /** By place in the document. */
  readonly stretches: readonly ReuseStretch[];
}

/**
 * How a passage of the document relates to one of the plan, in the terms of SKOS mapping.
 *
 * - `exact`: the same words
 * - `close`: each holds most of the other
 * - `broad`: the plan's passage holds the document's and more; `narrow`: the other way round
 * - `related`: a subject in common and some of the wording, neither holding most of the other
 */
export type Relation = 'exact' | 'close' | 'broad' | 'narrow' | 'related';

/** A passage of the document paired with one of the plan. */
export interface Correspondence {
  /** Of the document. */
  readonly passageId: PassageId;
  /** Of the plan's text. */
  readonly planPassageId: PassageId;
  /** Read from the document's side: `broad` says that the plan's passage is the broader. */
  readonly relation: Relation;
  /** TF-IDF cosine, in [0, 1]. */
  readonly similarity: number;
  /** Share of the document's passage that the plan's holds, and the reverse, by weight of words or by reused letters, in [0, 1]. */
  readonly contained: number;
  /** Share of the plan's passage that the document's holds, in [0, 1]. */
  readonly containing: number;
  /** Letters of the document's passage that stand in runs of four or more which the plan's has too. */
  readonly sharedLetters: number;
  /** Of the codes that both have the highest product of the two scores, in [0, 1]; 0 without one. */
  readonly commonCode: number;
  /** Codes that both are tagged with. */
  readonly codes: readonly string[];
}

/**
 * How far a document takes a task up, from nothing to more than the plan.
 *
 * - `absent`: no passage
 * - `mentioned`: spoken of, but in fewer characters than count for coverage or, where the plan's text is given, with no passage that corresponds to one of the plan's for the task
 * - `restated`: taken up in the plan's terms, without places, bodies, figures or named measures of its own
 * - `localised`: with own places, bodies, figures or named measures, on matters that the plan speaks of
 * - `extended`: with a target or a named measure (programme, pilot, body, fund, rule) on a matter that the plan nowhere speaks of; told only where the plan's text is given
 */
export type TaskStatus = 'absent' | 'mentioned' | 'restated' | 'localised' | 'extended';

/**
 * What makes a task a document's own.
 *
 * - `place`, `body`: of its own territory
 * - `figure`: a target, or an amount that is reported
 * - `measure`: a named one that the plan lacks, in a sentence that speaks of the task
 * - `new-target`, `new-measure`: on a matter that the plan nowhere speaks of, in a clause that speaks of the task; these extend the plan
 */
export interface Particular {
  /** Which of these; a `body` is none of the centre's, a `figure` none that the plan has. */
  readonly kind: 'place' | 'body' | 'figure' | 'measure' | 'new-target' | 'new-measure';
  /** The passage tagged with the task. */
  readonly passageId: PassageId;
  /** Its words in the document's source. */
  readonly span: Span;
}

/** A passage that an entry of the task ledger rests on. */
export interface EvidencePassage {
  /** Of the document or, in `planPassages`, of the plan's text. */
  readonly passageId: PassageId;
  /** The whole passage, in the source of its own text. */
  readonly span: Span;
  /** Of the tag, in [0, 1]. */
  readonly score: number;
  /** Words that weigh for the tag, by place, within `span`: a third of the weightiest or more. */
  readonly evidence: readonly Span[];
}

/** One concept in the task ledger. */
export interface TaskEntry {
  /** Its id in the taxonomy. */
  readonly conceptId: ConceptId;
  /** Its notation: `T1`. */
  readonly code: string;
  /** How far the document takes it up. */
  readonly status: TaskStatus;
  /** The document's best passages, and the plan's that they answer (or its best, where they answer none). */
  readonly passages: readonly EvidencePassage[];
  /** The plan's side of `passages`; empty where its text is not given. */
  readonly planPassages: readonly EvidencePassage[];
  /** By place. */
  readonly particulars: readonly Particular[];
}

/** How the ambition of a document's target stands to the plan's. */
export type Ambition = 'higher' | 'equal' | 'lower' | 'incomparable';

/** One indicator in the indicator ledger: `paired` where both set it, `missing` where the document does not, `new` where the plan does not. */
export type IndicatorEntry =
  | {
      /** Both set it. */
      readonly kind: 'paired';
      /** The document's; spans into its source. */
      readonly target: Target;
      /** The plan's; spans into the plan's source. */
      readonly planTarget: Target;
      /** Whether the document aims higher; where the indicator is to fall, the lower value does. */
      readonly ambition: Ambition;
      /** (document's value − plan's) / plan's, values in the base unit; undefined where incomparable. */
      readonly gap: number | undefined;
      /** Years that the document's deadline is later; negative for earlier, undefined where either has none. */
      readonly years: number | undefined;
      /** Why `incomparable`. */
      readonly reason: string | undefined;
    }
  | { readonly kind: 'missing'; readonly planTarget: Target }
  | { readonly kind: 'new'; readonly target: Target };

/** A document aligned with a plan. Frozen; spans point into the sources of the document and of the plan. */
export interface Alignment {
  readonly documentId: DocumentId;
  /** The plan's text; undefined where only its taxonomy is given. */
  readonly planDocumentId: DocumentId | undefined;
  /** What is doubtful about the plan's text, spans into its source; empty where it is not given. */
  readonly planDiagnostics: readonly Diagnostic[];
  /** What the scores rest on. */
  readonly basis: CountTotals;
  /** Of the whole document, or why it has none. */
  readonly measures: AlignmentMeasures;
  /** In the order of the taxonomy. */
  readonly concepts: readonly ConceptAlignment[];
  /** One a scheme, in the order of the taxonomy; none for a scheme without tags. */
  readonly peaks: readonly Peak[];
  /** How binding it is; known without measures too. */
  readonly strength: Strength;
  /** Undefined where the plan's text is not given. */
  readonly reuse: TextReuse | undefined;
  /** By place in the document, at most one a passage; empty where the plan's text is not given. */
  readonly correspondences: readonly Correspondence[];
  /** One for each concept, in the order of the taxonomy. */
  readonly tasks: readonly TaskEntry[];
  /** Paired ones first, then missing, then new, each by place. Where the plan's text is not given, every target is new. */
  readonly indicators: readonly IndicatorEntry[];
}
