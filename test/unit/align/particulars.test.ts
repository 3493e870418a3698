/** What a passage has of its own for a task, with tags and evidence made by hand. */
import { describe, expect, it } from 'vitest';
import { gatherFacts } from '../../../src/align/document-facts';
import { createNearness, createTopicTest } from '../../../src/align/nearness';
import { listParticulars } from '../../../src/align/particulars';
import { parseDocument } from '../../../src/document';
import type { TaggedDocument, TaggedPassage } from '../../../src/tag';

interface Case {
  /** Words of the passage that speak for T1, with their weights. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly score?: number;
  readonly answersPlan?: boolean;
  readonly plannedAmounts?: readonly string[];
}

/** Kinds and words of a passage's particulars for T1; the plan knows no name. */
function list(text: string, given: Case): readonly (readonly [kind: string, words: string])[] {
  const { evidence, score = 0.9, answersPlan = false, plannedAmounts = [] } = given;
  const parsed = parseDocument(`河南省工作要点\n一、工作\n${text}\n`, { id: 'd' });
  const source: string = parsed.source;
  const tag = {
    code: 'T1',
    score,
    evidence: Object.entries(evidence).map(([words, weight]) => {
      const start = source.indexOf(words);
      return { start, end: start + words.length, weight, field: 'text' };
    }),
  };
  const passages = parsed.passages.map((passage) => ({ ...passage, tags: [tag] }));
  const document = { ...parsed, passages } as unknown as TaggedDocument;
  const passage = passages.at(-1) as unknown as TaggedPassage;
  const input = {
    facts: gatherFacts(document),
    isNewName: () => true,
    ambitions: new Map(),
    plannedAmounts: new Set(plannedAmounts),
    minScoreToExtend: 0.5,
  };
  const nearness = createNearness(source)(passage, 'T1', answersPlan);
  return listParticulars(passage, 'T1', input, nearness).map(({ kind, span }) => [
    kind,
    source.slice(span.start, span.end),
  ]);
}

describe('listParticulars', () => {
  it('takes what was reached for a figure too, with its clause', () => {
    const text = '去年全面推进算力网络建设，已建成算力节点12个，绿化道路30公里。';
    expect(list(text, { evidence: { 算力网络: 1, 算力节点: 1 } })).toEqual([
      ['figure', '已建成算力节点12个'],
    ]);
  });

  it('takes an amount that the plan names for none of its own', () => {
    const given = { evidence: { 算力节点: 1 }, plannedAmounts: ['12 个'] };
    expect(list('去年已建成算力节点12个。', given)).toEqual([]);
  });

  it('takes no date, rank or length of time for a figure', () => {
    const text = '去年算力规模居第3位，今后5年建设算力网络，办理时间20天，获评2级，公布4次。';
    const evidence = { 算力规模: 1, 算力网络: 1, 办理: 1, 获评: 1, 公布: 1 };
    expect(list(text, { evidence })).toEqual([]);
  });

  it.each([
    ['。', []],
    ['；', []],
    ['，', [['place', '云南省']]],
  ])('counts places up to the next stop or semicolon: %s', (mark, expected) => {
    expect(
      list(`加快建设算力网络${mark}加强与云南省合作。`, { evidence: { 算力网络: 1 } }),
    ).toEqual(expected);
  });

  it('passes over words that hardly weigh', () => {
    const text = '发展智慧交通。加强与云南省的道路建设。';
    expect(list(text, { evidence: { 智慧交通: 2, 建设: 0.2 } })).toEqual([]);
    expect(list(text, { evidence: { 智慧交通: 2, 建设: 1 } })).toEqual([['place', '云南省']]);
  });

  it('tells a measure in the clause of the task from one beside it, and neither under a doubtful tag', () => {
    const text = '实施“算网通”行动，提高算力水平，推进“云帆”工程。';
    const evidence = { 算网通: 1, 算力: 1 };
    expect(list(text, { evidence })).toEqual([
      ['new-measure', '“算网通”行动'],
      ['measure', '“云帆”工程'],
    ]);
    expect(list(text, { evidence, score: 0.4 })).toEqual([]);
  });

  it('takes a passage that answers the plan’s as a whole', () => {
    const text = '加快建设算力网络。推进“云帆”工程。去年新增床位300张。';
    const evidence = { 算力网络: 1 };
    expect(list(text, { evidence })).toEqual([]);
    expect(list(text, { evidence, answersPlan: true })).toEqual([
      ['measure', '“云帆”工程'],
      ['figure', '去年新增床位300张'],
    ]);
  });

  it('knows the prefectures of its own province by their short names', () => {
    expect(list('支持洛阳、保定建设算力网络。', { evidence: { 算力网络: 1 } })).toEqual([
      ['place', '洛阳'],
    ]);
  });

  it('counts everything where a heading alone speaks for the task', () => {
    expect(list('加强与云南省的合作。', { evidence: {} })).toEqual([['place', '云南省']]);
  });
});

describe('createTopicTest', () => {
  /** Whether each of the words is on topic in a passage with evidence at some of them. */
  function test(text: string, evidence: readonly string[] | undefined, words: readonly string[]) {
    const find = (each: string) => {
      const start = text.indexOf(each);
      return { start, end: start + each.length };
    };
    const marks = (evidence ?? []).map((each) => ({ ...find(each), weight: 0.1, field: 'text' }));
    const tags = evidence === undefined ? [] : [{ code: 'T1', score: 0.6, evidence: marks }];
    const span = { start: 0, end: text.length };
    const passage = { id: 'p', text, span, tags } as unknown as TaggedPassage;
    const isOnTopic = createTopicTest(text);
    return words.map((each) => isOnTopic(passage, find(each)));
  }

  const LONG = '粮食播种面积稳定在450万亩以上，高标准农田达到8万亩。建设算力网络，建成节点20个。';

  it('keeps to the sentences of a long passage that speak of a concept', () => {
    expect(test(LONG, ['算力网络'], ['450万亩', '20个'])).toEqual([false, true]);
  });

  it('takes a passage as a whole where most of it speaks of one, or a heading does', () => {
    expect(test(LONG, ['高标准农田'], ['450万亩', '20个'])).toEqual([true, true]);
    expect(test(LONG, [], ['450万亩', '20个'])).toEqual([true, true]);
  });

  it('takes nothing where there is no tag', () => {
    expect(test(LONG, undefined, ['450万亩'])).toEqual([false]);
  });
});
