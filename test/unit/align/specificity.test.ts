/** How definite the passages of a concept are, worked by hand. */
import { describe, expect, it } from 'vitest';
import type { DocumentFacts } from '../../../src/align/document-facts';
import { gatherFacts } from '../../../src/align/document-facts';
import { measureSpecificity } from '../../../src/align/specificity';
import { parseDocument } from '../../../src/document';
import type { TaggedDocument } from '../../../src/tag';

// Four passages. The first has two targets with a deadline; the second one target without a deadline, and a body; the third a
// milestone, which is a deadline and no number; the fourth nothing definite.
const TEXT = `一、任务
到2025年，建成智算中心5个，5G用户普及率达到70%。
培育数据服务商20家。（省大数据局牵头负责）
到2026年底，基本建成统一的政务数据平台。
加快发展数字经济，营造良好氛围。
`;

function read(): { readonly document: TaggedDocument; readonly facts: DocumentFacts } {
  const parsed = parseDocument(TEXT, { id: 'd' });
  const passages = parsed.passages.map((passage) => ({ ...passage, tags: [] }));
  const document = { ...parsed, passages } as unknown as TaggedDocument;
  return { document, facts: gatherFacts(document) };
}

describe('measureSpecificity', () => {
  it('counts 3 quantified targets, 3 deadlines and 1 body, in 3 of 4 passages', () => {
    const { document, facts } = read();
    expect(document.passages).toHaveLength(4);
    expect(measureSpecificity(document.passages, facts)).toEqual({
      targets: 3,
      deadlines: 3,
      bodies: 1,
      score: 0.75,
    });
  });

  it('is 0 for what is nowhere definite, and undefined for nothing', () => {
    const { document, facts } = read();
    expect(measureSpecificity(document.passages.slice(3), facts)).toMatchObject({ score: 0 });
    expect(measureSpecificity([], facts)).toEqual({
      targets: 0,
      deadlines: 0,
      bodies: 0,
      score: undefined,
    });
  });
});
