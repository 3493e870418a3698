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
  /** First code unit, from 0. */
  readonly start: number;
  /** Behind the last. */
  readonly end: number;
}

/** A passage, or the part of a long one around its evidence: `text` is what stands from `start` to `end`. */
export interface ExcerptRecord extends PlaceRecord {
  /** Of the document: `gw-001#p12`. */
  readonly passageId: string;
  /** Whether the passage has words before the excerpt, and after it. */
  readonly isCutBefore: boolean;
  /** The same at its end. */
  readonly isCutAfter: boolean;
  /** Headings above it, outermost first. */
  readonly headingPath: readonly string[];
  /** At most some 320 code units. */
  readonly text: string;
  /** Of the tag, in [0, 1]. */
  readonly score: number;
  /** Within the excerpt, offsets into the source. */
  readonly evidence: readonly PlaceRecord[];
}

/** One concept: see `ConceptAlignment`. */
export interface ConceptRecord {
  /** Notation: `T1`. */
  readonly code: string;
  /** n_k, shared among the tags of a passage, so that it may have decimals. */
  readonly characters: number;
  /** Passages with the tag. */
  readonly passages: number;
  /** s_k, in [0, 1]. */
  readonly emphasis: number;
  /** p_k, in [0, 1]. */
  readonly planEmphasis: number;
  /** RCA, from 0, 1 as the mean of the run; null where no document speaks of it. */
  readonly relativeEmphasis: number | null;
  /** (RCA − 1) / (RCA + 1). */
  readonly symmetricEmphasis: number | null;
  /** TF-IDF cosine, in [0, 1]; null where a side has no such passages. */
  readonly similarity: number | null;
  /** Quantified targets in its passages. */
  readonly targets: number;
  /** Targets and milestones with a deadline. */
  readonly deadlines: number;
  /** Responsible bodies that are named. */
  readonly bodies: number;
  /** Share of its passages with any of the three, in [0, 1]; null without passages. */
  readonly specificity: number | null;
}

/** A stretch of reused text, with the words of both sides. */
export interface ReuseRecord extends PlaceRecord {
  /** `boilerplate` or `substance`. */
  readonly kind: ReuseStretch['kind'];
  /** In the plan's source. */
  readonly planStart: number;
  /** Behind its last code unit there. */
  readonly planEnd: number;
  /** Letters that are the same on both sides. */
  readonly matches: number;
  /** Their share in the longer side, in [0, 1]. */
  readonly identity: number;
  /** The document's words, at most some 600 code units. */
  readonly text: string;
  /** The plan's words, likewise. */
  readonly planText: string;
}

/** A pair of passages. */
export interface CorrespondenceRecord {
  /** Of the document. */
  readonly passageId: string;
  /** Of the plan's text. */
  readonly planPassageId: string;
  /** `broad`: the plan's passage is the broader one. */
  readonly relation: Relation;
  /** TF-IDF cosine, in [0, 1]. */
  readonly similarity: number;
  /** Share of the document's passage that the plan's holds, in [0, 1]. */
  readonly contained: number;
  /** Share of the plan's passage that the document's holds, in [0, 1]. */
  readonly containing: number;
  /** Letters in runs of four or more that both have. */
  readonly sharedLetters: number;
  /** The highest product of both tags' scores of a concept in common. */
  readonly commonCode: number;
  /** Codes that both are tagged with. */
  readonly codes: readonly string[];
}

/** One concept in the task ledger. The plan's passages stand in the collection record, by id. */
export interface TaskRecord {
  /** Notation: `T1`. */
  readonly code: string;
  /** From `absent` to `extended`. */
  readonly status: TaskStatus;
  /** The document's best, at most 3 by default. */
  readonly passages: readonly ExcerptRecord[];
  /** The plan's that they answer, or its best. */
  readonly planPassageIds: readonly string[];
  /** What makes the task the document's own, by place. */
  readonly particulars: readonly (PlaceRecord & {
    /** See `Particular`. */
    readonly kind: Particular['kind'];
    /** Its words, uncut. */
    readonly text: string;
  })[];
}

/** A target: see `Target`. */
export interface TargetRecord extends PlaceRecord {
  /** The passage that says it. */
  readonly passageId: string;
  /** From its indicator to its number, as written. */
  readonly text: string;
  /** What is to be reached, folded: 5G基站. */
  readonly indicator: string;
  /** See `TargetKind`: `level`, `growth`, … */
  readonly kind: string;
  /** See `Comparator`: `at-least`, `about`, … */
  readonly comparator: string;
  /** In `unit`, without 万 and 亿. */
  readonly value: number | null;
  /** 元, 个, %; empty for a bare number, null for a milestone. */
  readonly unit: string | null;
  /** Whether the value is one a year: 年均. */
  readonly perYear: boolean;
  /** `YYYY` or `YYYY-MM`. */
  readonly deadline: string | null;
}

/** One indicator of the document in the indicator ledger. */
export interface IndicatorRecord {
  /** `new` where the plan lacks it. */
  readonly kind: 'paired' | 'new';
  /** The document's. */
  readonly target: TargetRecord;
  /** The plan's; null where `new`, as all below. */
  readonly planTarget: TargetRecord | null;
  /** Whether the document aims higher. */
  readonly ambition: Ambition | null;
  /** (its value − the plan's) / the plan's; null where incomparable. */
  readonly gap: number | null;
  /** Years that its deadline is later; null where either has none. */
  readonly years: number | null;
  /** Why incomparable: `another unit`; null otherwise. */
  readonly reason: string | null;
}

/** One document as `zhengce align` writes it: one line of `alignments.jsonl`. */
export interface AlignmentRecord {
  /** Unique in the run. */
  readonly id: string;
  /** Where it was read from. */
  readonly path: string;
  /** Null, as what follows, where nothing tells it. */
  readonly title: string | null;
  /** 发文机关; empty where unknown. */
  readonly issuer: readonly string[];
  /** 文种. */
  readonly genre: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly issuedOn: string | null;
  /** Full name: 浙江省杭州市. */
  readonly region: string | null;
  /** What the figures rest on: see `CountTotals`. */
  readonly basis: {
    /** All, tagged or not. */
    readonly passages: number;
    /** Without white space. */
    readonly characters: number;
    /** Those with a tag. */
    readonly taggedPassages: number;
    /** Each passage once. */
    readonly taggedCharacters: number;
    /** Of all tags, in [0, 1]; null without tags. */
    readonly meanScore: number | null;
    /** Of tagged passages, in [0, 1]; null without any. */
    readonly unsureShare: number | null;
  };
  /** Or why there are none. */
  readonly measures: AlignmentMeasures;
  /** See `Strength`. */
  readonly strength: {
    /** By issuer and genre, in [0, 1]. */
    readonly formal: number | null;
    /** `ministry`, say. */
    readonly issuerRank: string | null;
    /** `notice`, say. */
    readonly genreRank: string | null;
    /** By directive words, in [0, 1]. */
    readonly wording: number | null;
    /** How many these are. */
    readonly marks: number;
  };
  /** In the order of the taxonomy. */
  readonly concepts: readonly ConceptRecord[];
  /** One a scheme with tags. */
  readonly peaks: readonly {
    /** Its id. */
    readonly scheme: string;
    /** The concept that the document says most of. */
    readonly code: string;
    /** In [0, 1]. */
    readonly emphasis: number;
  }[];
  /** Documents of the run with the nearest emphasis: at most 5, by `convergence` in [0, 1], greatest first; empty where it is not measured. */
  readonly nearest: readonly { readonly id: string; readonly convergence: number }[];
  /** Shares of letters, in [0, 1]: see `TextReuse`; null without the plan's text. */
  readonly reuse: {
    /** Of the document's letters, boilerplate aside. */
    readonly share: number;
    /** Of the plan's, likewise. */
    readonly planShare: number;
    /** Of the document's boilerplate. */
    readonly boilerplateShare: number;
    /** Of the plan's. */
    readonly planBoilerplateShare: number;
    /** By place in the document. */
    readonly stretches: readonly ReuseRecord[];
  } | null;
  /** By place; at most one a passage of the document. */
  readonly correspondences: readonly CorrespondenceRecord[];
  /** In the order of the taxonomy. */
  readonly tasks: readonly TaskRecord[];
  /** Paired ones first, each by place. */
  readonly indicators: readonly IndicatorRecord[];
  /** The plan's indicators that the document lacks, by their index in the plan's `targets`. */
  readonly missing: readonly number[];
}

/** A passage of the plan's text. */
export interface PlanPassageRecord extends PlaceRecord {
  /** What correspondences and tasks name. */
  readonly id: string;
  /** Outermost first. */
  readonly headingPath: readonly string[];
  /** Its reading text, wraps joined. */
  readonly text: string;
  /** Of its tags, best first. */
  readonly codes: readonly string[];
}

/** What a run is about as a whole: `collection.json`. */
export interface CollectionRecord {
  /** Of this form. */
  readonly version: 1;
  /** What documents were tagged and measured with. */
  readonly taxonomy: { readonly id: string; readonly title: string; readonly version: string };
  /** The plan's text; null where documents were aligned with the taxonomy alone. */
  readonly plan: {
    /** Of the document that is the text. */
    readonly id: string;
    /** Where it was read from. */
    readonly path: string;
    readonly title: string | null;
    /** All, in reading order. */
    readonly passages: readonly PlanPassageRecord[];
    /** By place, each once; `missing` counts in these. */
    readonly targets: readonly TargetRecord[];
    /** What is doubtful about the text: `plan-covers-little` where it hardly speaks of the taxonomy's tasks. */
    readonly diagnostics: readonly { readonly ruleId: string; readonly message: string }[];
  } | null;
  /** Those with assignable concepts; `label` is for people. */
  readonly schemes: readonly { readonly id: string; readonly label: string }[];
  /** The order of all vectors, and of every document's `concepts` and `tasks`. */
  readonly concepts: readonly {
    /** Notation: `T1`. */
    readonly code: string;
    /** For people. */
    readonly label: string;
    /** Id of its scheme. */
    readonly scheme: string;
  }[];
  /** See `AlignSettings`; always the defaults. */
  readonly settings: Readonly<Record<string, number>>;
  /** p_k, which add up to 1. */
  readonly planEmphasis: readonly number[];
  /** Mean emphasis of the measured documents; empty where there are none. */
  readonly reference: readonly number[];
  /** Measured documents by convergence, greatest first; ties by id. */
  readonly ranking: readonly { readonly id: string; readonly convergence: number }[];
  /** Documents that are copies of one another. */
  readonly groups: readonly (readonly string[])[];
  /** Documents with text in common, by share, greatest first. */
  readonly pairs: readonly SharedText[];
}

/** A whole run: what `zhengce align --json` prints. */
export interface AlignmentReport {
  /** As in `collection.json`. */
  readonly collection: CollectionRecord;
  /** In the order given, as the lines of `alignments.jsonl`. */
  readonly documents: readonly AlignmentRecord[];
}
