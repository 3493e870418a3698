// A record of a made-up document, whole or in part, for tests of what is written.
import type { TaggedDocumentRecord } from '../../src/report';

/** The text that the spans of {@link createRecord} point into. */
export const recordSource = '一、数据\n=推动"数据"共享，开放。';

/** A record with one passage, one tag and two pieces of evidence; `changes` take precedence. */
export function createRecord(changes: Partial<TaggedDocumentRecord> = {}): TaggedDocumentRecord {
  const evidence = [
    { start: 9, end: 11, weight: 1.5 },
    { start: 2, end: 4, weight: 0.5 },
  ];
  return {
    id: 'a/b',
    path: 'in/a/b.txt',
    title: '方案',
    issuer: ['甲局', '乙局'],
    documentNumber: null,
    genre: '方案',
    issuedOn: '2023-01-02',
    region: null,
    passages: [
      {
        id: 'a/b#p1',
        start: 5,
        end: 18,
        headingPath: ['一、数据', '（一）共享'],
        tags: [{ code: 'T2', score: 0.9, evidence }],
        confidence: 'high',
      },
    ],
    diagnostics: [],
    ...changes,
  };
}
