/**
 * The zod schemas of alignment records: the documentation of `zhengce align`, and the guard of `zhengce report`.
 *
 * @module
 */
import * as z from 'zod';
import type { AlignmentRecord, AlignmentReport, CollectionRecord } from './alignment-record';

const offset = z.int().min(0);
const share = z.number().min(0).max(1);
const place = { start: offset, end: offset };
const ranked = z.strictObject({ id: z.string(), convergence: share });

const measured = z.strictObject({
  kind: z.literal('measured'),
  coverage: share,
  weightedCoverage: share,
  digitalShare: share,
  diversity: z.number().min(0),
  convergence: share,
  cosine: share,
  jensenShannon: share,
});
const unmeasured = z.strictObject({
  kind: z.literal('unmeasured'),
  reason: z.enum(['too-short', 'off-topic']),
  message: z.string(),
});

const concept = z.strictObject({
  code: z.string().min(1),
  characters: z.number().min(0),
  passages: offset,
  emphasis: share,
  planEmphasis: share,
  relativeEmphasis: z.number().min(0).nullable(),
  symmetricEmphasis: z.number().min(-1).max(1).nullable(),
  similarity: share.nullable(),
  targets: offset,
  deadlines: offset,
  bodies: offset,
  specificity: share.nullable(),
});

const reuse = z.strictObject({
  share,
  planShare: share,
  boilerplateShare: share,
  planBoilerplateShare: share,
  stretches: z.array(
    z.strictObject({
      ...place,
      kind: z.enum(['substance', 'boilerplate']),
      planStart: offset,
      planEnd: offset,
      matches: offset,
      identity: share,
      text: z.string(),
      planText: z.string(),
    }),
  ),
});

const correspondence = z.strictObject({
  passageId: z.string(),
  planPassageId: z.string(),
  relation: z.enum(['exact', 'close', 'broad', 'narrow', 'related']),
  similarity: share,
  contained: share,
  containing: share,
  sharedLetters: offset,
  commonCode: share,
  codes: z.array(z.string()),
});

const task = z.strictObject({
  code: z.string().min(1),
  status: z.enum(['absent', 'mentioned', 'restated', 'localised', 'extended']),
  passages: z.array(
    z.strictObject({
      ...place,
      passageId: z.string(),
      isCutBefore: z.boolean(),
      isCutAfter: z.boolean(),
      headingPath: z.array(z.string()),
      text: z.string(),
      score: share,
      evidence: z.array(z.strictObject(place)),
    }),
  ),
  planPassageIds: z.array(z.string()),
  particulars: z.array(
    z.strictObject({
      ...place,
      kind: z.enum(['place', 'body', 'figure', 'measure', 'new-target', 'new-measure']),
      text: z.string(),
    }),
  ),
});

const target = z.strictObject({
  ...place,
  passageId: z.string(),
  text: z.string(),
  indicator: z.string(),
  kind: z.string(),
  comparator: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  perYear: z.boolean(),
  deadline: z.string().nullable(),
});

const indicator = z.strictObject({
  kind: z.enum(['paired', 'new']),
  target,
  planTarget: target.nullable(),
  ambition: z.enum(['higher', 'equal', 'lower', 'incomparable']).nullable(),
  gap: z.number().nullable(),
  years: z.int().nullable(),
  reason: z.string().nullable(),
});

/** The schema of a line of `alignments.jsonl`. */
export const alignmentRecordSchema: z.ZodType<AlignmentRecord> = z.strictObject({
  id: z.string().min(1),
  path: z.string(),
  title: z.string().nullable(),
  issuer: z.array(z.string()),
  genre: z.string().nullable(),
  issuedOn: z.string().nullable(),
  region: z.string().nullable(),
  basis: z.strictObject({
    passages: offset,
    characters: offset,
    taggedPassages: offset,
    taggedCharacters: offset,
    meanScore: share.nullable(),
    unsureShare: share.nullable(),
  }),
  measures: z.discriminatedUnion('kind', [measured, unmeasured]),
  strength: z.strictObject({
    formal: share.nullable(),
    issuerRank: z.string().nullable(),
    genreRank: z.string().nullable(),
    wording: share.nullable(),
    marks: offset,
  }),
  concepts: z.array(concept),
  peaks: z.array(z.strictObject({ scheme: z.string(), code: z.string(), emphasis: share })),
  nearest: z.array(ranked),
  reuse: reuse.nullable(),
  correspondences: z.array(correspondence),
  tasks: z.array(task),
  indicators: z.array(indicator),
  missing: z.array(offset),
});

/** The schema of `collection.json`. */
export const collectionRecordSchema: z.ZodType<CollectionRecord> = z.strictObject({
  version: z.literal(1),
  taxonomy: z.strictObject({ id: z.string(), title: z.string(), version: z.string() }),
  plan: z
    .strictObject({
      id: z.string(),
      path: z.string(),
      title: z.string().nullable(),
      passages: z.array(
        z.strictObject({
          ...place,
          id: z.string(),
          headingPath: z.array(z.string()),
          text: z.string(),
          codes: z.array(z.string()),
        }),
      ),
      targets: z.array(target),
      diagnostics: z.array(z.strictObject({ ruleId: z.string(), message: z.string() })),
    })
    .nullable(),
  schemes: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  concepts: z.array(z.strictObject({ code: z.string(), label: z.string(), scheme: z.string() })),
  settings: z.record(z.string(), z.number()),
  planEmphasis: z.array(share),
  reference: z.array(share),
  ranking: z.array(ranked),
  groups: z.array(z.array(z.string())),
  pairs: z.array(
    z.strictObject({
      a: z.string(),
      b: z.string(),
      shareOfA: share,
      shareOfB: share,
      verbatimOfA: share,
      verbatimOfB: share,
    }),
  ),
});

/** The schema of what `zhengce align --json` prints. */
export const alignmentReportSchema: z.ZodType<AlignmentReport> = z.strictObject({
  collection: collectionRecordSchema,
  documents: z.array(alignmentRecordSchema),
});
