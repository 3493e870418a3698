/**
 * Records: the form in which tagged documents and passages leave the program, and the schemas that document it.
 *
 * @module
 */
import * as z from 'zod';
import type { Diagnostic } from '../errors';
import type {
  Confidence,
  Evidence,
  PassageTags,
  ScoredCode,
  TaggedDocument,
  TaggedPassage,
} from '../tag';
import { round } from './round';

/** A piece of evidence in a record: a span of the source, and what it contributes to the tag's rawScore. */
export interface EvidenceRecord {
  /** First code unit, from 0. */
  readonly start: number;
  /** Behind the last. */
  readonly end: number;
  /** Negative where it speaks against. */
  readonly weight: number;
}

/** A tag in a record. `code` is the concept's notation, `score` lies in [0, 1]. */
export interface TagRecord {
  /** `T1`. */
  readonly code: string;
  /** Calibrated. */
  readonly score: number;
  /** By weight, heaviest first. */
  readonly evidence: readonly EvidenceRecord[];
}

/** What is said of a passage, in a record. */
export interface JudgementRecord {
  /** `low`: the best score is near what makes a tag, above or below; a passage for a person to check. */
  readonly confidence: Confidence;
  /** The score of every concept, highest first; there where scores were asked for. */
  readonly scores?: readonly ScoredCode[] | undefined;
}

/** A passage in a record. `start` and `end` count UTF-16 code units of the file's decoded text. */
export interface PassageRecord extends JudgementRecord {
  /** The document's id, `#p` and a number from 1: `gw-001#p12`. */
  readonly id: string;
  /** From 0. */
  readonly start: number;
  /** Behind its last code unit. */
  readonly end: number;
  /** The page that it begins on, from 1; absent where the file has no pages. */
  readonly page?: number | undefined;
  /** Headings above it as written, outermost first. */
  readonly headingPath: readonly string[];
  /** By score, highest first. */
  readonly tags: readonly TagRecord[];
}

/** A Diagnostic in a record. */
export interface DiagnosticRecord {
  /** Stable name: `heading-sequence-gap`. */
  readonly ruleId: string;
  /** `error` lost content, `warning` may mislead, `info` is good to know. */
  readonly severity: 'error' | 'warning' | 'info';
  /** 0, as `end`, where no place is meant. */
  readonly start: number;
  /** Behind its last code unit. */
  readonly end: number;
  /** In English. */
  readonly message: string;
}

/**
 * One document as `zhengce tag` writes it: one line of JSONL. What is unknown is null.
 *
 * Every `start` and `end` counts UTF-16 code units of the decoded file, its byte order mark left out: what `readPolicyFile` gives as `text`.
 */
export interface TaggedDocumentRecord {
  /** Unique in the run: `zhejiang/plan`. */
  readonly id: string;
  /** Where it was read from; below an archive, the way to it. */
  readonly path: string;
  /** Wraps joined. */
  readonly title: string | null;
  /** 发文机关, several for a joint document; empty where unknown. */
  readonly issuer: readonly string[];
  /** 发文字号: `国发〔2021〕29号`. */
  readonly documentNumber: string | null;
  /** 文种: 规划. */
  readonly genre: string | null;
  /** 成文日期: `2021-12-27`, `2021-12` or `2021`. */
  readonly issuedOn: string | null;
  /** Full name: 浙江省杭州市; 全国 for the whole country. */
  readonly region: string | null;
  /** In reading order. */
  readonly passages: readonly PassageRecord[];
  /** Of reading first, then of the document. */
  readonly diagnostics: readonly DiagnosticRecord[];
}

const offset = z.int().min(0);
const tagSchema = z.strictObject({
  code: z.string().min(1),
  score: z.number().min(0).max(1),
  evidence: z.array(z.strictObject({ start: offset, end: offset, weight: z.number() })),
});

const judgementSchema = {
  confidence: z.enum(['high', 'low']),
  scores: z
    .array(z.strictObject({ code: z.string().min(1), score: z.number().min(0).max(1) }))
    .optional(),
};

/** The schema of a line of `zhengce tag`. */
export const taggedDocumentRecordSchema: z.ZodType<TaggedDocumentRecord> = z.strictObject({
  id: z.string().min(1),
  path: z.string(),
  title: z.string().nullable(),
  issuer: z.array(z.string()),
  documentNumber: z.string().nullable(),
  genre: z.string().nullable(),
  issuedOn: z.string().nullable(),
  region: z.string().nullable(),
  passages: z.array(
    z.strictObject({
      id: z.string().min(1),
      start: offset,
      end: offset,
      page: z.int().min(1).optional(),
      headingPath: z.array(z.string()),
      tags: z.array(tagSchema),
      ...judgementSchema,
    }),
  ),
  diagnostics: z.array(
    z.strictObject({
      ruleId: z.string().min(1),
      severity: z.enum(['error', 'warning', 'info']),
      start: offset,
      end: offset,
      message: z.string(),
    }),
  ),
});

/** A line that `zhengce tag --passages` reads. An id may be a number, and comes back as one. */
export interface PassageInputRecord {
  /** Not empty; a number below 2^53. */
  readonly id: string | number;
  /** The passage. */
  readonly text: string;
  /** Of its document. */
  readonly title?: string | undefined;
  /** Headings above it, outermost first. */
  readonly headingPath?: readonly string[] | undefined;
}

const ID_ERROR =
  'expected a string that is not empty, or a number below 2^53 (write a longer one as a string)';
const idSchema = z
  .union([z.string(), z.number()], { error: ID_ERROR })
  .refine((id) => id !== '' && comesBack(id), { error: ID_ERROR });

/** Whether an id is written as it was read: a number above 2^53 was rounded. */
function comesBack(id: string | number): boolean {
  return typeof id === 'string' || Math.abs(id) <= Number.MAX_SAFE_INTEGER;
}

/** The schema of a line that `zhengce tag --passages` reads. Further keys are passed over. */
export const passageInputRecordSchema: z.ZodType<PassageInputRecord> = z.object({
  id: idSchema,
  text: z.string(),
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? undefined),
  headingPath: z
    .array(z.string())
    .nullish()
    .transform((path) => path ?? undefined),
});

/** Evidence of a passage that stands alone: `field` is there where the span is not one of the text. */
export interface PassageEvidenceRecord extends EvidenceRecord {
  /** What `start` and `end` count in; absent for the text. */
  readonly field?: 'heading' | 'title';
  /** Which heading of the path, for `heading`. */
  readonly headingIndex?: number;
}

/** A line that `zhengce tag --passages` writes. */
export interface PassageTagsRecord extends JudgementRecord {
  /** That of the input. */
  readonly id: string | number;
  /** By score, highest first. */
  readonly tags: readonly (Omit<TagRecord, 'evidence'> & {
    /** By weight, heaviest first. */
    readonly evidence: readonly PassageEvidenceRecord[];
  })[];
}

/** The page, from 1, that an offset of the text stands on; undefined where there are none. */
export type FindPage = (offset: number) => number | undefined;

/** The record of a tagged document. `diagnostics` of reading come before those of the document; `findPage` tells the pages of its passages. */
export function createDocumentRecord(
  document: TaggedDocument,
  path: string,
  diagnostics: readonly Diagnostic[] = [],
  findPage: FindPage = () => undefined,
): TaggedDocumentRecord {
  return {
    id: document.id,
    path,
    title: document.title ?? null,
    issuer: document.issuer,
    documentNumber: document.documentNumber ?? null,
    genre: document.genre ?? null,
    issuedOn: document.issuedOn ?? null,
    region: document.region?.name ?? null,
    passages: document.passages.map((passage) => createPassageRecord(passage, findPage)),
    diagnostics: [...diagnostics, ...document.diagnostics].map(createDiagnosticRecord),
  };
}

function createPassageRecord(passage: TaggedPassage, findPage: FindPage): PassageRecord {
  const { id, span, headingPath, tags } = passage;
  const page = findPage(span.start);
  return {
    id,
    start: span.start,
    end: span.end,
    ...(page === undefined ? {} : { page }),
    headingPath,
    tags: tags.map(({ code, score, evidence }) => ({
      code,
      score: round(score),
      evidence: evidence.map(createEvidence),
    })),
    ...createJudgement(passage),
  };
}

function createJudgement({
  confidence,
  scores,
}: Pick<TaggedPassage, 'confidence' | 'scores'>): JudgementRecord {
  if (scores === undefined) return { confidence };
  return { confidence, scores: scores.map(({ code, score }) => ({ code, score: round(score) })) };
}

function createDiagnosticRecord({ ruleId, severity, span, message }: Diagnostic): DiagnosticRecord {
  return { ruleId, severity, start: span.start, end: span.end, message };
}

/** The record of a passage's tags, under the id that the input had. */
export function createPassageTagsRecord(
  id: string | number,
  passage: PassageTags,
): PassageTagsRecord {
  return {
    id,
    tags: passage.tags.map(({ code, score, evidence }) => ({
      code,
      score: round(score),
      evidence: evidence.map(createFieldEvidence),
    })),
    ...createJudgement(passage),
  };
}

function createEvidence({ start, end, weight }: Evidence): EvidenceRecord {
  return { start, end, weight: round(weight) };
}

function createFieldEvidence(evidence: Evidence): PassageEvidenceRecord {
  const record = createEvidence(evidence);
  if (evidence.field === 'text') return record;
  if (evidence.field === 'title') return { ...record, field: 'title' };
  return { ...record, field: 'heading', headingIndex: evidence.headingIndex };
}
