import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src';
import { readHtml } from '../../../src/read/html-reader';
import { DEFAULT_READ_LIMITS } from '../../../src/read/read-limits';
import { encodeLegacy } from '../../support/encode-legacy';

const context = { path: 'a.html', limits: DEFAULT_READ_LIMITS };
const read = (html: string) => readHtml(new TextEncoder().encode(html), context);

const paragraphs = [
  '为加快培育数据要素市场，推动公共数据资源开发利用，现提出以下意见。',
  '一、总体要求',
  '到2027年，数据交易规模、企业数量、应用场景均实现翻番，制度体系基本健全。',
  '二、重点任务',
  '开展公共数据授权运营，建设区域性交易场所，完善登记、评估、定价机制，保障各方权益。',
];
const title = '云澜市关于促进数据要素流通的意见';

const page = (
  main: string,
  head = '',
): string => `<!DOCTYPE html><html><head><title>${title}_政策文件_云澜市人民政府</title>${head}</head><body>
<div class="top"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">办事服务</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政策文件</a></div>
<table class="index"><tr><td>索引号：</td><td>000001/2024-00012</td><td>发文机关：</td><td>云澜市人民政府办公室</td></tr><tr><td>成文日期：</td><td>2024年05月08日</td><td>发文字号：</td><td>云政办发〔2024〕12号</td></tr></table>
<h1>${title}</h1>${main}
<div class="related"><h3>相关链接</h3><a href="1">云澜市数据局解读数据要素流通的意见</a><a href="2">一图读懂：数据要素流通</a></div>
<div id="footer"><p>主办单位：云澜市人民政府办公室 网站标识码：0000000000</p></div></body></html>`;
const main = `<div class="TRS_Editor"><div class="share">分享到：</div>${paragraphs.map((text) => `<p>&emsp;&emsp;${text}</p>`).join('\n')}</div>`;

describe('readHtml', () => {
  it('finds the main content of a government page, with the title above it', () => {
    const { text } = read(page(main));
    expect(text.split('\n')).toEqual([title, ...paragraphs]);
  });

  it('finds it without any name that says so', () => {
    const { text } = read(page(main.replace('class="TRS_Editor"', '')));
    expect(text.split('\n')).toEqual([title, ...paragraphs]);
  });

  it('takes paragraphs that only br parts', () => {
    const { text } = read(
      page(`<div>${paragraphs.map((one) => `&emsp;&emsp;${one}`).join('<br/>')}</div>`),
    );
    expect(text.split('\n').map((line) => line.trim())).toEqual([title, ...paragraphs]);
  });

  it('reads meta tags and the index table, which parseDocument uses where the text is silent', () => {
    const head =
      '<meta name="ArticleTitle" content="云澜市关于促进数据要素流通的意见"><meta name="PubDate" content="2024-05-10 09:30"><meta name="ContentSource" content="市政府办公室"><meta name="keywords" content="数据,流通">';
    const { text, metadata } = read(page(main, head));
    expect(metadata).toEqual({
      title,
      publishedOn: '2024-05-10 09:30',
      source: '市政府办公室',
      keywords: '数据,流通',
      issuer: '云澜市人民政府办公室',
      issuedOn: '2024年05月08日',
      documentNumber: '云政办发〔2024〕12号',
    });
    expect(parseDocument(text, { id: 'a', metadata })).toMatchObject({
      title,
      documentNumber: '云政办发〔2024〕12号',
      issuedOn: '2024-05-08',
    });
    expect(parseDocument(text, { id: 'a' }).documentNumber).toBeUndefined();
  });

  it('keeps tables, a row a line, and numbers of lists', () => {
    const { text, blocks } = read(
      '<p>指标如下。</p><table><tr><th>指标</th><th>2025年</th></tr><tr><td>算力<br>规模</td><td>300P</td></tr></table><ol start="3"><li>建设平台</li><li><p>推动应用</p></li></ol>',
    );
    expect(text).toBe('指标如下。\n指标\t2025年\n算力 规模\t300P\n3. 建设平台\n4. 推动应用');
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'table-row',
      'table-row',
      'paragraph',
      'paragraph',
    ]);
  });

  it('reads a page that is laid out by a table as paragraphs', () => {
    const long = paragraphs.join('</p><p>').repeat(3);
    const { text } = read(
      `<table><tr><td><a href="1">栏目一</a></td><td><p>${long}</p></td></tr></table>`,
    );
    expect(text).not.toContain('\t');
    expect(text.split('\n')).toHaveLength(13);
  });

  it('leaves marks of notes out of the text', () => {
    const { text } = read(
      '<p>建设调度平台<a href="#_ftn1"><sup>[1]</sup></a>，统筹算力。</p><p><a href="#_ftnref1">[1]</a>指统一分配算力的平台。</p>',
    );
    expect(text).toBe('建设调度平台，统筹算力。\n[1]指统一分配算力的平台。');
  });

  it.each([
    ['gb2312', 'gb18030', 'gb18030'],
    ['utf-8', 'gb18030', 'gb18030'],
    ['big5', 'gb18030', 'gb18030'],
    ['gbk', 'utf-8', 'utf-8'],
    ['iso-8859-1', 'gb18030', 'gb18030'],
  ] as const)('reads a page that declares %s and is in %s', (declared, actual, encoding) => {
    const html = `<meta charset="${declared}">${paragraphs.map((text) => `<p>${text}</p>`).join('')}`;
    const bytes = actual === 'utf-8' ? new TextEncoder().encode(html) : encodeLegacy(html, actual)!;
    const content = readHtml(bytes, context);
    expect(content.encoding).toBe(encoding);
    expect(content.text.split('\n')).toEqual(paragraphs);
  });
});
