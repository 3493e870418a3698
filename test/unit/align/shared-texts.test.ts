/** Copies among the real central policies, found without being told. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findSharedTexts, prepareDocument } from '../../../src/align';
import { parseDocument } from '../../../src/document';
import { describeWithShared } from '../../support/shared';

describeWithShared('findSharedTexts on the central policies', (shared) => {
  it('groups near-duplicates, and tells partial reuse by its share', () => {
    const folder = join(shared, 'data/policies');
    const documents = readdirSync(folder)
      .filter((name) => name.startsWith('cn-'))
      .map((name) => {
        const id = name.replace('.txt', '');
        const document = parseDocument(readFileSync(join(folder, name), 'utf8'), { id });
        return { id, text: prepareDocument(document) };
      });
    const { groups, pairs } = findSharedTexts(documents);
    const groupOf = (id: string): readonly string[] =>
      groups.find((group) => group.includes(id)) ?? [];
    expect(groupOf('cn-048')).toEqual(expect.arrayContaining(['cn-048', 'cn-049', 'cn-050']));
    expect(groupOf('cn-038')).toEqual(['cn-038', 'cn-041']);
    expect(groupOf('cn-161')).toEqual([]);
    // A draft and its final text: most sentences stayed, about three quarters of the runs word for word.
    const draft = pairs.find(({ a, b }) => a === 'cn-161' && b === 'cn-164');
    expect(draft?.verbatimOfA).toBeGreaterThan(0.7);
    expect(draft?.verbatimOfA).toBeLessThan(0.85);
    expect(pairs.some(({ a, b }) => a === 'cn-001' || b === 'cn-001')).toBe(false);
  }, 120_000);
});
