import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document';
import { createCitationIndex, extractCitations } from '../../../src/extract';

const law = parseDocument('中华人民共和国数据安全法\n第一条　为了规范数据处理活动，制定本法。\n', {
  id: 'law',
});
const plan = parseDocument('一、总体要求\n推进数据共享。\n', {
  id: 'plan',
  title: '某省人民政府关于印发数字政府建设规划的通知',
});
const index = createCitationIndex([law, plan]);

function link(text: string): readonly (string | undefined)[] {
  const document = parseDocument(`一、依据\n${text}\n`, { id: 'd' });
  return extractCitations(document, { index }).map((citation) => citation.document);
}

describe('createCitationIndex', () => {
  it.each([
    ['根据《数据安全法》制定本办法。', ['law']],
    ['根据《中华人民共和国数据安全法》制定本办法。', ['law']],
    ['落实《数字政府建设规划》部署。', ['plan']],
    ['落实《关于印发数字政府建设规划的通知》要求。', ['plan']],
    ['根据《网络安全法》制定本办法。', [undefined]],
    ['依据《条例》执行。', [undefined]],
  ])('links %s', (text, expected) => {
    expect(link(text)).toEqual(expected);
  });

  it('gives the full title for a short name that the document introduces', () => {
    const document = parseDocument(
      '一、依据\n根据《中华人民共和国数据安全法》（以下简称《安全法》）执行。\n落实《安全法》要求。\n',
      { id: 'd' },
    );
    const titles = extractCitations(document, { index }).map(({ title }) => title);
    expect(titles).toEqual(['中华人民共和国数据安全法', '中华人民共和国数据安全法']);
  });

  it('does not link a document to itself', () => {
    const own = extractCitations(law, { index }).map((citation) => citation.document);
    expect(own).not.toContain('law');
  });
});
