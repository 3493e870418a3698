import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJsonLine } from '../../../src/report';

describe('formatJsonLine', () => {
  it('is one line for every reader of lines, and parses back', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        '数',
        '"',
        '\\',
        '\n',
        '\r',
        '\u2028',
        '\u2029',
        '\u0085',
        '\ud800',
        '\0',
      ),
    });
    fc.assert(
      fc.property(text, (value) => {
        const line = formatJsonLine({ value });
        expect(line.endsWith('\n')).toBe(true);
        expect(line.slice(0, -1)).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(JSON.parse(line)).toEqual({ value });
        expect(new TextDecoder().decode(new TextEncoder().encode(line))).toBe(line);
      }),
    );
  });
});
