import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../src/cli/problems';
import { ZhengceError } from '../../../src/errors';

describe('describeProblem', () => {
  it.each([
    [
      'readPolicyFile: expected a text file, received a PDF (a (1).txt)',
      'expected a text file, received a PDF',
    ],
    ['parse: expected less, received "5" (text)', 'expected less, received "5" (text)'],
    ['expected JSON: no', 'expected JSON: no'],
  ])('says %j without what the line says already', (message, shown) => {
    const problem = describeProblem('a (1).txt', new ZhengceError('read-failed', message));
    expect(problem).toEqual({ place: 'a (1).txt', code: 'read-failed', message: shown });
  });

  it('takes a fault of the program for a problem of one input', () => {
    const problem = describeProblem('a.txt', new RangeError('boom'));
    expect(problem.code).toBe('internal-error');
    expect(problem.message).toContain('RangeError: boom');
  });
});
