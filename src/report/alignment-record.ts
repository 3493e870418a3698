/**
 * Alignment records: the form in which alignments leave the program. What is unknown or undefined is null.
 *
 * @module
 */
import type {
  AlignmentMeasures,
  Ambition,
  Particular,
  Relation,
  ReuseStretch,
  SharedText,
  TaskStatus,
} from '../align';

/** A place in a source, in UTF-16 code units. */
export interface PlaceRecord {
  readonly start: number;
  readonly end: number;
}

/** A passage, or the part of a long one around its evidence: `text` is what stands from `start` to `end`. */
export interface ExcerptRecord extends PlaceRecord {
  readonly passageId: string;
  /** Whether the passage has words before the excerpt, and after it. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  readonly headingPath: readonly string[];
  readonly text: string;
  readonly score: number;
  /** Within the excerpt, offsets into the source. */
  readonly evidence: readonly PlaceRecord[];
}

/** One concept: see `ConceptAlignment`. */
export interface ConceptRecord {
  readonly code: string;
  readonly characters: number;
  readonly passages: number;
  readonly emphasis: number;
  readonly planEmphasis: number;
  readonly relativeEmphasis: number | null;
  /** (RCA − 1) / (RCA + 1). */
  readonly symmetricEmphasis: number | null;
  readonly similarity: number | null;
  readonly targets: number;
  readonly deadlines: number;
  readonly bodies: number;
  readonly specificity: number | null;
}

/** A stretch of reused text, with the words of both sides. */
export interface ReuseRecord extends PlaceRecord {
  readonly kind: ReuseStretch['kind'];
  readonly planStart: number;
  readonly planEnd: number;
  readonly matches: number;
  readonly identity: number;
  readonly text: string;
  readonly planText: string;
}

/** A pair of passages. */
export interface CorrespondenceRecord {
  readonly passageId: string;
  readonly planPassageId: string;
  readonly relation: Relation;
  readonly similarity: number;
  readonly contained: number;
  readonly containing: number;
  /** Letters in runs of four or more that both have. */
  readonly sharedLetters: number;
  /** The highest product of both tags' scores of a concept in common. */
  readonly commonCode: number;
  readonly codes: readonly string[];
}

/** One concept in the task ledger. The plan's passages stand in the collection record, by id. */
export interface TaskRecord {
  readonly code: string;
  readonly status: TaskStatus;
  readonly passages: readonly ExcerptRecord[];
  readonly planPassageIds: readonly string[];
  readonly particulars: readonly (PlaceRecord & {
    readonly kind: Particular['kind'];
    readonly text: string;
  })[];
}

/** A target: see `Target`. */
export interface TargetRecord extends PlaceRecord {
  readonly passageId: string;
  readonly text: string;
  readonly indicator: string;
  readonly kind: string;
  readonly comparator: string;
  /** In `unit`, without 万 and 亿. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly perYear: boolean;
  /** `YYYY` or `YYYY-MM`. */
  readonly deadline: string | null;
}

/** One indicator of the document in the indicator ledger. */
export interface IndicatorRecord {
  readonly kind: 'paired' | 'new';
  readonly target: TargetRecord;
  readonly planTarget: TargetRecord | null;
  readonly ambition: Ambition | null;
  readonly gap: number | null;
  readonly years: number | null;
  readonly reason: string | null;
}

/** One document as `zhengce align` writes it: one line of `alignments.jsonl`. */
export interface AlignmentRecord {
  readonly id: string;
  readonly path: string;
  readonly title: string | null;
  readonly issuer: readonly string[];
  readonly genre: string | null;
  readonly issuedOn: string | null;
  readonly region: string | null;
  readonly basis: {
    readonly passages: number;
    readonly characters: number;
    readonly taggedPassages: number;
    readonly taggedCharacters: number;
    readonly meanScore: number | null;
    readonly unsureShare: number | null;
  };
  readonly measures: AlignmentMeasures;
  readonly strength: {
    readonly formal: number | null;
    readonly issuerRank: string | null;
    readonly genreRank: string | null;
    readonly wording: number | null;
    readonly marks: number;
  };
  readonly concepts: readonly ConceptRecord[];
  readonly peaks: readonly {
    readonly scheme: string;
    readonly code: string;
    readonly emphasis: number;
  }[];
  /** Documents of the run with the nearest emphasis. */
  readonly nearest: readonly { readonly id: string; readonly convergence: number }[];
  readonly reuse: {
    readonly share: number;
    readonly planShare: number;
    readonly boilerplateShare: number;
    readonly planBoilerplateShare: number;
    readonly stretches: readonly ReuseRecord[];
  } | null;
  readonly correspondences: readonly CorrespondenceRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly indicators: readonly IndicatorRecord[];
  /** The plan's indicators that the document lacks, by their index in the plan's `targets`. */
  readonly missing: readonly number[];
}

/** A passage of the plan's text. */
export interface PlanPassageRecord extends PlaceRecord {
  readonly id: string;
  readonly headingPath: readonly string[];
  readonly text: string;
  readonly codes: readonly string[];
}

/** What a run is about as a whole: `collection.json`. */
export interface CollectionRecord {
  /** Of this form. */
  readonly version: 1;
  readonly taxonomy: { readonly id: string; readonly title: string; readonly version: string };
  /** The plan's text; null where documents were aligned with the taxonomy alone. */
  readonly plan: {
    readonly id: string;
    readonly path: string;
    readonly title: string | null;
    readonly passages: readonly PlanPassageRecord[];
    readonly targets: readonly TargetRecord[];
    /** What is doubtful about the text: `plan-covers-little` where it hardly speaks of the taxonomy's tasks. */
    readonly diagnostics: readonly { readonly ruleId: string; readonly message: string }[];
  } | null;
  readonly schemes: readonly { readonly id: string; readonly label: string }[];
  readonly concepts: readonly {
    readonly code: string;
    readonly label: string;
    readonly scheme: string;
  }[];
  readonly settings: Readonly<Record<string, number>>;
  readonly planEmphasis: readonly number[];
  /** Mean emphasis of the measured documents; empty where there are none. */
  readonly reference: readonly number[];
  readonly ranking: readonly { readonly id: string; readonly convergence: number }[];
  /** Documents that are copies of one another. */
  readonly groups: readonly (readonly string[])[];
  readonly pairs: readonly SharedText[];
}

/** A whole run: what `zhengce align --json` prints. */
export interface AlignmentReport {
  readonly collection: CollectionRecord;
  readonly documents: readonly AlignmentRecord[];
}
