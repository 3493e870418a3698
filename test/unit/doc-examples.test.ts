import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as library from '../../src';
import * as reading from '../../src/read';
import { listDocExamples } from '../support/doc-examples';

const folder = join(import.meta.dirname, '../../src');
// Where nodejieba is not compiled, test/unit/segment/nodejieba.test.ts says so.
const examples = listDocExamples(folder).filter(({ path }) => !path.endsWith('nodejieba.ts'));

/** What an expression gives where the names stand for the values. */
function evaluate(expression: string, names: Readonly<Record<string, unknown>>): unknown {
  const run = compileFunction(`return ${expression}`, Object.keys(names)) as (
    ...values: readonly unknown[]
  ) => unknown;
  return run(...Object.values(names));
}

describe('examples of doc comments', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(90);
  });

  it.each(examples)('$place gives $expected', async ({ path, body, expected }) => {
    const own = (await import(path)) as Readonly<Record<string, unknown>>;
    const names = { ...reading, ...library, ...own };
    const run = evaluate(body, names) as () => Promise<unknown>;
    expect(await run()).toEqual(evaluate(`(${expected})`, names));
  });
});
