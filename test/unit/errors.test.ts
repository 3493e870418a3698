import { describe, expect, it } from 'vitest';
import { describeReceived } from '../../src/errors';

describe('describeReceived', () => {
  it.each([
    ['数据', '"数据"'],
    ['第一行\n第二行\r\n第三行', '"第一行\\n第二行\\n第三行"'],
    ['数'.repeat(61), `"${'数'.repeat(60)}…"`],
    [42, '"42"'],
    [undefined, '"undefined"'],
    [{ a: 1 }, '"Object"'],
    [null, '"Null"'],
  ])('writes %j on one line', (value, expected) => {
    expect(describeReceived(value)).toBe(expected);
  });
});
