import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseJobs, parseJobs } from '../../../src/cli/batch/choose-jobs';
import { createJournalHeader } from '../../../src/cli/batch/fingerprint';
import { hashText } from '../../../src/cli/batch/hashes';
import { runInOrder } from '../../../src/cli/batch/in-order';
import type { TagSetup } from '../../../src/cli/batch/tag-setup';
import { createTimeEstimate } from '../../../src/cli/estimate-time';
import { ZhengceError } from '../../../src/errors';

/** Lets everything that can go on do so. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** Runs whose ends are decided from outside. */
function createGate(): {
  readonly run: (input: number) => Promise<number>;
  readonly end: (input: number) => void;
  readonly begun: number[];
} {
  const ends = new Map<number, () => void>();
  const begun: number[] = [];
  return {
    begun,
    run: (input) =>
      new Promise((resolve) => {
        begun.push(input);
        ends.set(input, () => {
          resolve(input);
        });
      }),
    end: (input) => ends.get(input)?.(),
  };
}

describe('runInOrder', () => {
  it('gives results in the order of the inputs, whichever ends first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        async (delays, width) => {
          const results: number[] = [];
          const run = async (index: number): Promise<number> => {
            for (let turn = 0; turn < (delays[index] ?? 0); turn += 1) await Promise.resolve();
            return index;
          };
          const options = { width, maxHeld: 100, sizeOf: () => 1 };
          for await (const result of runInOrder(delays.keys(), run, options)) results.push(result);
          expect(results).toEqual([...delays.keys()]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has no more than `width` under way, and begins others only when a result is taken', async () => {
    const { run, end, begun } = createGate();
    const results = runInOrder([0, 1, 2, 3, 4], run, { width: 2, maxHeld: 100, sizeOf: () => 1 });
    const first = results.next();
    await settle();
    expect(begun).toEqual([0, 1]);
    end(1);
    await settle();
    expect(begun).toEqual([0, 1]);
    end(0);
    expect(await first).toEqual({ done: false, value: 0 });
    await settle();
    expect(begun).toEqual([0, 1]);
    void results.next();
    await settle();
    expect(begun).toEqual([0, 1, 2]);
  });

  it('begins nothing more while too much waits for a result before it', async () => {
    const { run, end, begun } = createGate();
    const options = { width: 3, maxHeld: 10, sizeOf: () => 20 };
    const results = runInOrder([0, 1, 2, 3, 4, 5], run, options);
    void results.next();
    await settle();
    end(0);
    end(1);
    end(2);
    await settle();
    // 1 and 2 wait with 40 of 10: they are given before anything is begun.
    expect((await results.next()).value).toBe(1);
    expect(begun).toEqual([0, 1, 2]);
    expect((await results.next()).value).toBe(2);
    void results.next();
    await settle();
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('rejects where a run does, and asks for no more inputs', async () => {
    const begun: number[] = [];
    const run = (input: number): Promise<number> => {
      begun.push(input);
      return input === 1 ? Promise.reject(new Error('boom')) : Promise.resolve(input);
    };
    const results = runInOrder([0, 1, 2, 3], run, { width: 2, maxHeld: 1, sizeOf: () => 0 });
    expect((await results.next()).value).toBe(0);
    await expect(results.next()).rejects.toThrow('boom');
    expect(begun).toEqual([0, 1, 2]);
  });
});

describe('createTimeEstimate', () => {
  it('goes by the amount done lately, not by the start', () => {
    const { advance, left } = createTimeEstimate(1_000);
    // Ten items with the start in them, 1 s each, then 10 units in 100 ms.
    for (let item = 1; item <= 10; item += 1) advance(10, item * 1_000);
    expect(left()).toBeUndefined();
    for (let item = 1; item <= 20; item += 1) advance(10, 10_000 + item * 100);
    expect(left()).toBeCloseTo(7_000, 5);
  });

  it('follows work that has become slower', () => {
    const { advance, left } = createTimeEstimate(10_000);
    let now = 0;
    for (let item = 0; item < 100; item += 1) advance(10, (now += 100));
    for (let item = 0; item < 100; item += 1) advance(10, (now += 1_000));
    // 8,000 units at 10 a second, all but a trace of the faster beginning forgotten.
    expect(left()).toBeGreaterThan(760_000);
    expect(left()).toBeLessThan(800_000);
  });

  it('says something of a few slow items, and 0 where more is done than there was', () => {
    const { advance, left } = createTimeEstimate(3);
    advance(1, 0);
    advance(1, 60_000);
    expect(left()).toBe(60_000);
    advance(2, 120_000);
    expect(left()).toBe(0);
  });
});

describe('parseJobs', () => {
  it.each([
    ['1', 1],
    ['256', 256],
  ])('reads %s', (text, jobs) => {
    expect(parseJobs(text)).toBe(jobs);
  });

  it.each(['0', '257', '-1', '1.5', '', 'two', '1e2'])('refuses %j', (text) => {
    expect(() => parseJobs(text)).toThrow(ZhengceError);
  });
});

describe('chooseJobs', () => {
  it('takes what was asked for, but no more than there are files', () => {
    expect(chooseJobs(3, 100)).toBe(3);
    expect(chooseJobs(3, 2)).toBe(2);
    expect(chooseJobs(3, 0)).toBe(1);
  });

  it('starts no threads for a few files', () => {
    expect(chooseJobs(undefined, 0)).toBe(1);
    expect(chooseJobs(undefined, 16)).toBe(1);
    expect(chooseJobs(undefined, 10_000)).toBeGreaterThanOrEqual(1);
  });
});

describe('createJournalHeader', () => {
  const setup: TagSetup = {
    format: 'jsonl',
    taxonomy: undefined,
    model: undefined,
    scores: false,
    reviewLimit: 0,
    reading: { maxPages: 10, maxDepth: 20 },
  };
  const { options } = createJournalHeader(setup);

  it.each<[string, Partial<TagSetup>]>([
    ['which files are wanted', { reading: { ...setup.reading, exclude: ['草稿/'] } }],
    ['the time for a file', { reading: { ...setup.reading, timeoutMs: 1 } }],
    ['the order of the bounds', { reading: { maxDepth: 20, maxPages: 10 } }],
    ['a default is said', { reading: { maxDepth: 20, maxPages: 10, maxEntries: 20_000 } }],
    ['a list to review', { reviewLimit: 5 }],
  ])('keeps results whatever %s', (_name, change) => {
    expect(createJournalHeader({ ...setup, ...change }).options).toBe(options);
  });

  it.each<[string, Partial<TagSetup>]>([
    ['format', { format: 'csv' }],
    ['model', { model: 'lexicon' }],
    ['scores', { scores: true }],
    ['bounds', { reading: { maxPages: 10 } }],
  ])('tells apart results of other %s', (_name, change) => {
    expect(createJournalHeader({ ...setup, ...change }).options).not.toBe(options);
  });
});

describe('hashText', () => {
  it('is the same whatever the white space, and another where a letter is', () => {
    const hash = hashText('一、总体要求\n推动开放。');
    expect(hashText('一、总体要求\r\n\r\n\u3000\u3000推动\u200b开放。\n')).toBe(hash);
    expect(hashText('一、总体要求\n推动放开。')).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is none where there is no letter', () => {
    expect(hashText('')).toBeUndefined();
    expect(hashText(' \n\u3000\ufeff')).toBeUndefined();
  });
});
