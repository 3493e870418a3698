/**
 * Hostile input costs in proportion to its size. Counted, not timed: how many characters and elements the methods of strings,
 * patterns and lists are given to read, how many characters the segmenter is given, and how much comes out, for a text and for
 * one four times as long. What a pattern reads twice by backtracking is not counted; bench/hostile.ts times that.
 */
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analyzer';
import { parseDocument } from '../../src/document';
import { createJiebaSegmenter, type Segmenter } from '../../src/segment';
import type { TaggedDocument } from '../../src/tag';
import { builtinTaxonomy } from '../../src/taxonomy';

type Method = (this: unknown, ...args: readonly unknown[]) => unknown;
/** What a call costs, by what it was called on, with, and gave. */
type Cost = (self: unknown, args: readonly unknown[], result: unknown) => number;

const lengthOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : 1;
const one: Cost = () => 1;
const whole: Cost = (self) => lengthOf(self);
const given: Cost = (_self, args) => lengthOf(args[0]);
const made: Cost = (_self, _args, result) => lengthOf(result) + 1;
/** What `indexOf` and its like read: from where they begin to where they find, or to the end. */
const upTo: Cost = (self, args, result) => {
  const from = typeof args[1] === 'number' ? args[1] : 0;
  return (typeof result === 'number' && result >= 0 ? result + 1 : lengthOf(self)) - from;
};

const STRING_COSTS: Readonly<Record<string, Cost>> = {
  charAt: one,
  charCodeAt: one,
  codePointAt: one,
  at: one,
  slice: made,
  substring: made,
  concat: made,
  repeat: made,
  startsWith: given,
  endsWith: given,
  indexOf: upTo,
  lastIndexOf: whole,
  includes: whole,
  replaceAll: whole,
  split: whole,
  trim: whole,
  trimStart: whole,
  trimEnd: whole,
  toLowerCase: whole,
};
const LIST_COSTS: Readonly<Record<string, Cost>> = {
  at: one,
  push: given,
  pop: one,
  slice: made,
  concat: made,
  splice: whole,
  shift: whole,
  unshift: whole,
  join: made,
  fill: whole,
  indexOf: upTo,
  includes: whole,
  findIndex: upTo,
  map: whole,
  flatMap: made,
  flat: made,
  filter: whole,
  forEach: whole,
  some: whole,
  every: whole,
  find: whole,
  findLast: whole,
  reduce: whole,
  sort: whole,
  reverse: whole,
};

/** Every method of patterns, and of strings that take one, goes through `exec`: from `lastIndex` to the end of the match. */
function wrapExec(count: (cost: number) => void): () => void {
  const original = Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec');
  const exec = original?.value as Method;
  Object.defineProperty(RegExp.prototype, 'exec', {
    ...original,
    value: function (this: RegExp, text: string): unknown {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const match = Reflect.apply(exec, this, [text]) as RegExpExecArray | null;
      count(1 + (match === null ? text.length : match.index + match[0].length) - from);
      return match;
    },
  });
  return () => Object.defineProperty(RegExp.prototype, 'exec', original ?? {});
}

function wrapMethod(
  prototype: object,
  name: string,
  cost: Cost,
  count: (cost: number) => void,
): () => void {
  const original = Object.getOwnPropertyDescriptor(prototype, name);
  const method = original?.value as Method;
  Object.defineProperty(prototype, name, {
    ...original,
    value: function (this: unknown, ...args: readonly unknown[]): unknown {
      const result = Reflect.apply(method, this, args);
      count(cost(this, args, result));
      return result;
    },
  });
  return () => Object.defineProperty(prototype, name, original ?? {});
}

/** How much the methods of strings, patterns and lists are given to read while `action` runs. */
function countWork(action: () => void): number {
  let work = 0;
  let running = true;
  const count = (cost: number): void => {
    if (running) work += cost;
  };
  const restore = [
    wrapExec(count),
    ...Object.entries(STRING_COSTS).map(([name, cost]) =>
      wrapMethod(String.prototype, name, cost, count),
    ),
    ...Object.entries(LIST_COSTS).map(([name, cost]) =>
      wrapMethod(Array.prototype, name, cost, count),
    ),
  ];
  work = 0;
  try {
    action();
  } finally {
    running = false;
    for (const put of restore) put();
  }
  return work;
}

interface CountingSegmenter extends Segmenter {
  /** Characters given so far, all methods together. */
  readonly given: () => number;
}

function countGiven(segmenter: Segmenter): CountingSegmenter {
  let characters = 0;
  const note = (text: string): string => {
    characters += text.length;
    return text;
  };
  return {
    name: segmenter.name,
    version: segmenter.version,
    segment: (text) => segmenter.segment(note(text)),
    segmentForSearch: (text) => segmenter.segmentForSearch(note(text)),
    boundaries: (text) => segmenter.boundaries(note(text)),
    wordBoundaries: (text) => segmenter.wordBoundaries(note(text)),
    given: () => characters,
  };
}

/** Bytes of no text, the same every time, decoded as a file named .txt would be. */
function decodeNoise(length: number): string {
  let state = 42;
  const bytes = Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state >>> 16;
  });
  return new TextDecoder().decode(bytes);
}

const MARKERS = ['一、', '（一）', '1.', '（1）', '①'] as const;
const nest = (count: number): string =>
  Array.from({ length: count }, (_, i) => `${MARKERS[i % MARKERS.length] ?? ''}标题`).join('\n');
const each =
  (unit: string) =>
  (count: number): string =>
    unit.repeat(count);
const numbered =
  (write: (ordinal: number) => string) =>
  (count: number): string =>
    Array.from({ length: count }, (_, i) => write(i + 1)).join('');

/** A text of a size: what there is so many of is in the name. */
const HOSTILE: readonly (readonly [string, number, (count: number) => string])[] = [
  ['sentences without a line break', 400, each('推进公共数据资源开放共享，建设算力中心。')],
  ['words without a stop or a line break', 400, each('推进公共数据资源开放共享')],
  ['lone surrogates', 2000, each('\ud800数据\udc00')],
  ['NUL', 2000, each('数据\0共享\0')],
  ['bytes of a binary file', 40_000, decodeNoise],
  ['nested headings', 1250, nest],
  ['blank lines', 10_000, each('\n')],
  ['short lines', 3000, each('数据\n')],
  ['carriage returns', 3000, each('数据\r\n')],
  ['brackets', 5000, each('（')],
  ['closing brackets', 5000, each('。）')],
  ['markers after full stops', 1500, each('。四、')],
  ['markers that count on in one line', 1000, numbered((i) => `。${String(i % 99)}.建设数据平台`)],
  ['markers after words', 1500, each('建设体系完善五、加速发展')],
  ['articles in one line', 500, numbered((i) => `第${String(i)}条 为了规范管理，制定本办法。`)],
  ['bars', 3000, each('|a')],
  ['bold marks', 2000, each('**甲**乙')],
  ['opening quotes', 5000, each('“')],
  ['opening titles', 3000, each('《关于')],
  ['dot leaders', 1000, numbered((i) => `第${String(i)}节....${String(i)}\n`)],
  ['titles of contents', 2000, each('目录\n')],
  ['page numbers', 2000, numbered((i) => `${String(i)}\n`)],
  ['cells', 2000, each('网民   8.5   11.9\n')],
  ['boxes', 1000, each('专栏1 数据工程\n建立平台。\n')],
  ['attachments', 1000, each('附件：1.名单\n')],
  ['dates', 1500, each('2021年3月4日\n')],
  ['bodies', 1500, each('某市人民政府\n')],
  ['titles', 600, each('关于印发《智慧城市建设规划》的通知\n')],
  ['addressees', 1000, each('各市人民政府：\n')],
  ['imprints', 1000, each('抄送：某市人民政府\n')],
  ['keys', 1000, each('来源：某网 时间：2021年\n')],
  ['keys in one line', 1500, each('来源：某网 ')],
  ['breadcrumbs', 1500, each('首页\n>\n')],
  ['traditional characters', 3000, each('數據產業')],
  ['zero-width spaces', 3000, each('数\u200b')],
];
const TIMES = 4;
/** What four times the text may cost: four times as much, and a little for what begins late, such as a long paragraph cut. */
const LIMIT = TIMES * 1.15;

const segmenter = countGiven(createJiebaSegmenter());
const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy, segmenter });

interface Costs {
  readonly parse: number;
  readonly tag: number;
  readonly segmented: number;
  readonly document: TaggedDocument;
}

function measure(source: string): Costs {
  const before = segmenter.given();
  let parsed = parseDocument('', { id: 'd' });
  const parse = countWork(() => {
    parsed = analyzer.parse(source, { id: 'd' });
  });
  let document = analyzer.tag(parseDocument('', { id: 'd' }));
  const tag = countWork(() => {
    document = analyzer.tag(parsed);
  });
  return { parse, tag, segmented: segmenter.given() - before, document };
}

/** How much comes out: passages with their pieces, sections, findings. */
function countResults({ passages, sections, diagnostics }: TaggedDocument): number {
  const pieces = passages.reduce((sum, passage) => sum + passage.pieces.length, 0);
  const open = [...sections];
  let opened = 0;
  for (let section = open.pop(); section !== undefined; section = open.pop()) {
    opened += 1;
    open.push(...section.children);
  }
  return passages.length + pieces + opened + diagnostics.length;
}

describe('countWork', () => {
  it('tells what reads a text again for each of its parts from what reads it once', () => {
    const readOnce = (text: string): void => {
      for (const part of text.split(',')) part.slice(1);
    };
    const readAgain = (text: string): void => {
      for (const part of text.split(',')) text.includes(`${part}!`);
    };
    const matchAgain = (text: string): void => {
      for (const part of text.split(',')) /[!?]$/.test(text + part);
    };
    const ratio = (read: (text: string) => void): number =>
      countWork(() => {
        read('ab,'.repeat(400));
      }) /
      countWork(() => {
        read('ab,'.repeat(100));
      });
    expect(ratio(readOnce)).toBeLessThan(LIMIT);
    expect(ratio(readAgain)).toBeGreaterThan(12);
    expect(ratio(matchAgain)).toBeGreaterThan(12);
  });

  it('puts the methods back', () => {
    const methods = (): readonly unknown[] => [
      Reflect.get(String.prototype, 'slice'),
      Reflect.get(Array.prototype, 'map'),
      Reflect.get(RegExp.prototype, 'exec'),
    ];
    const before = methods();
    countWork(() => undefined);
    for (const [i, method] of methods().entries()) expect(method).toBe(before[i]);
  });
});

describe('hostile input of four times the size', () => {
  it.each(HOSTILE)('costs four times as much: %s', (_name, count, write) => {
    measure(write(8));
    const small = measure(write(count));
    const large = measure(write(count * TIMES));
    expect(small.parse).toBeGreaterThan(count);
    expect(large.parse / small.parse, 'parse').toBeLessThan(LIMIT);
    expect(large.tag / Math.max(small.tag, count), 'tag').toBeLessThan(LIMIT);
    expect(countResults(large.document), 'results').toBeLessThanOrEqual(
      LIMIT * countResults(small.document),
    );
    for (const { document, segmented } of [small, large]) {
      const { source, passages } = document;
      const kept = passages.reduce((sum, { text }) => sum + text.length, 0);
      // A space is put between two lines that meet in Latin letters.
      const joints = passages.reduce((sum, { pieces }) => sum + pieces.length - 1, 0);
      expect(kept, 'characters in passages').toBeLessThanOrEqual(source.length + joints);
      expect(segmented, 'characters segmented').toBeLessThanOrEqual(LIMIT * source.length + 100);
    }
  });
});
