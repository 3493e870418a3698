// Files made to harm: each is refused with a reason, and what is read beside it is read.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPolicyFiles, readListedFile, readPolicyFile } from '../../../src/read';
import { FUZZED_FORMATS, mutateFiles, readMutated } from '../../support/fuzz-readers';

const fixtures = join(import.meta.dirname, '../../fixtures/formats');
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengce-hostile-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function packDocx(document: string, others: Record<string, string> = {}): Uint8Array {
  const files = { 'word/document.xml': document, ...others };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

const body = (content: string): string =>
  `<?xml version="1.0"?><w:document ${WORD}><w:body>${content}</w:body></w:document>`;

describe('readPolicyFile', () => {
  it.each<[string, () => Uint8Array | string, object, string, RegExp]>([
    [
      'bomb.docx',
      () => packDocx(body(' '.repeat(40_000_000))),
      {},
      'input-too-large',
      /at most 250 times the packed size/,
    ],
    [
      'large.docx',
      () => packDocx(body('<w:p/>'.repeat(1000))),
      { maxExpandedBytes: 5_000 },
      'input-too-large',
      /at most 5000 unpacked bytes/,
    ],
    [
      'many.zip',
      () => zipSync({ 'a.txt': strToU8('一'), 'b.txt': strToU8('二') }),
      { maxEntries: 1 },
      'input-too-large',
      /at most 1 entries/,
    ],
    [
      'entities.docx',
      () =>
        packDocx(
          `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>${body('<w:p><w:r><w:t>&c;</w:t></w:r></w:p>')}`,
        ),
      {},
      'invalid-input',
      /a document type declaration/,
    ],
    [
      'deep.docx',
      () => packDocx(body('<w:sdt>'.repeat(2_000))),
      {},
      'input-too-large',
      /at most 1000 elements inside one another/,
    ],
    [
      'cut.docx',
      () => packDocx(body('<w:p><w:r><w:t>数据').slice(0, -30)),
      {},
      'invalid-input',
      /without its end/,
    ],
    [
      'deep.html',
      () => '<div>'.repeat(20_000) + '数据',
      {},
      'input-too-large',
      /elements inside one another/,
    ],
    ['empty.pdf', () => '', {}, 'invalid-input', /an empty file/],
    [
      'cut.pdf',
      () => readFileSync(join(fixtures, '09-numbered-plan.pdf')).subarray(0, 2_000),
      {},
      'invalid-input',
      /a damaged one/,
    ],
    [
      'pages.pdf',
      () => readFileSync(join(fixtures, '09-numbered-plan.pdf')),
      { maxPages: 1 },
      'input-too-large',
      /at most 1 pages, received "2"/,
    ],
    [
      'cut.doc',
      () => readFileSync(join(fixtures, '09-numbered-plan.doc')).subarray(0, 5_000),
      {},
      'invalid-input',
      /a whole doc file/,
    ],
    [
      'cut.zip',
      () => zipSync({ 'a.txt': strToU8('一') }).subarray(0, 40),
      {},
      'invalid-input',
      /a damaged archive/,
    ],
    [
      'pages.ofd',
      () => readFileSync(join(fixtures, '01-opinions.ofd')),
      { maxPages: 1 },
      'input-too-large',
      /at most 1 pages/,
    ],
    [
      'sheet.docx',
      () => zipSync({ 'xl/workbook.xml': strToU8('<a/>') }),
      {},
      'unsupported-format',
      /a spreadsheet or slides/,
    ],
    ['text.pdf', () => '数据要素市场', {}, 'invalid-input', /plain text under that name/],
    ['rich.doc', () => '{\\rtf1 a}', {}, 'unsupported-format', /RTF/],
    [
      'nothing.html',
      () => '<html><body><script>1</script></body></html>',
      {},
      'no-text',
      /a page without any/,
    ],
  ])('refuses %s', async (name, make, options, code, message) => {
    const reading = readPolicyFile(write(name, make()), { ...options, isolate: false });
    await expect(reading).rejects.toMatchObject({ code });
    await expect(reading).rejects.toThrow(message);
  });

  it('refuses what wants a password', async () => {
    const doc = Uint8Array.from(readFileSync(join(fixtures, '01-opinions.doc')));
    // The flag fEncrypted stands in the second byte of the flags at 0x0A of the head, which begins its own sector.
    const head = Buffer.from(doc.buffer).indexOf(Buffer.from([0xec, 0xa5]));
    doc[head + 0x0b] = (doc[head + 0x0b] ?? 0) | 1;
    const odt = zipSync({
      'content.xml': strToU8('?'),
      'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
    });
    const zip = zipSync({ 'a.txt': strToU8('数据') });
    // The first bit of the flags says encrypted, in both heads of the entry.
    zip[6] = 1;
    const central = Buffer.from(zip.buffer).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    zip[central + 8] = 1;
    for (const [name, bytes] of [
      ['a.doc', doc],
      ['a.odt', odt],
      ['a.zip', zip],
    ] as const) {
      const reading = readPolicyFile(write(name, bytes), { isolate: false });
      await expect(reading, name).rejects.toMatchObject({ code: 'encrypted-file' });
    }
  });

  it('stops a reader that takes too long or too much, and reads the next file', async () => {
    const path = join(fixtures, '07-state-council-notice.pdf');
    await expect(readPolicyFile(path, { timeoutMs: 1 })).rejects.toMatchObject({
      code: 'timed-out',
    });
    // Many small elements: a tree far larger than the file, which a reader without bounds would take.
    const large = write('large.html', `<html><body>${'<p>数据'.repeat(200_000)}</body></html>`);
    await expect(readPolicyFile(large, { maxHeapMegabytes: 30 })).rejects.toMatchObject({
      code: 'input-too-large',
    });
    const [first, second] = await Promise.all([
      readPolicyFile(join(fixtures, '09-numbered-plan.doc')),
      readPolicyFile(join(fixtures, '09-numbered-plan.docx')),
    ]);
    expect(first.text).toBe(second.text);
    const again = await readPolicyFile(join(fixtures, '09-numbered-plan.docx'));
    expect(again.text).toBe(second.text);
  });

  it('tells a reader that cannot start from a damaged file', async () => {
    const path = join(fixtures, '09-numbered-plan.docx');
    await expect(readPolicyFile(path, { maxHeapMegabytes: 1 })).rejects.toMatchObject({
      code: 'read-failed',
      message: expect.stringContaining('the file was not looked at') as string,
    });
  });

  it('says that a file is of another kind than its name', async () => {
    const page =
      '<html><body><p>一、总体要求</p><p>培育数据要素市场，推动公共数据开放。</p></body></html>';
    const read = await readPolicyFile(write('page.doc', page), { isolate: false });
    expect(read).toMatchObject({
      format: 'html',
      text: '一、总体要求\n培育数据要素市场，推动公共数据开放。',
    });
    expect(read.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['format-differs']);
  });
});

describe('listPolicyFiles', () => {
  it('lists the documents of an archive and of the archives in it, and reads them', async () => {
    const inner = zipSync({ '通知.txt': strToU8('数据共享'), 'b.exe': strToU8('') });
    const path = write(
      '文件.zip',
      zipSync({
        'x/政策.md': strToU8('# 方案'),
        '内.zip': inner,
        '../out.txt': strToU8('出'),
        '__MACOSX/a.txt': strToU8(''),
      }),
    );
    const { files, failures, skipped } = await listPolicyFiles([path]);
    expect(files.map(({ id }) => id)).toEqual(['文件.zip/x/政策', '文件.zip/内.zip/通知']);
    expect(failures.map(({ error }) => error.message)).toEqual([
      `readPolicyFile: expected a path below the archive, received "../out.txt" (${path})`,
    ]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['system-file', 'other-format']);
    const read = await Promise.all(files.map((file) => readListedFile(file, { isolate: false })));
    expect(read.map((item) => (item.kind === 'read' ? item.text : item.error.message))).toEqual([
      '# 方案',
      '数据共享',
    ]);
    expect(read[1]?.path).toBe(`${path}/内.zip/通知.txt`);
  });

  it('reads names that are in GB18030', async () => {
    // 政策.txt in GBK, written over eight bytes of ASCII.
    const zip = zipSync({ 'abcd.txt': strToU8('数据') });
    const bytes = Buffer.from(zip.buffer);
    for (let at = bytes.indexOf('abcd'); at !== -1; at = bytes.indexOf('abcd', at)) {
      bytes.set([0xd5, 0xfe, 0xb2, 0xdf], at);
    }
    const { files } = await listPolicyFiles([write('gbk.zip', zip)]);
    expect(files.map(({ id }) => id)).toEqual(['gbk.zip/政策']);
  });

  it('takes a document that is called .zip for what it is, in an archive too', async () => {
    const docx = readFileSync(join(fixtures, '06-measures.docx'));
    const outer = write('外.zip', zipSync({ 'word/内.zip': docx, 'b.txt': strToU8('数据') }));
    const { files, skipped } = await listPolicyFiles([write('办法.zip', docx), outer], {
      exclude: ['*.txt'],
    });
    expect(skipped).toEqual([{ path: `${outer}/b.txt`, reason: 'excluded' }]);
    expect(files.map(({ id, format }) => [id, format])).toEqual([
      ['办法', 'docx'],
      ['外.zip/word/内', 'docx'],
    ]);
    const read = await Promise.all(files.map((file) => readListedFile(file, { isolate: false })));
    expect(
      read.map((item) => item.kind === 'read' && [item.format, item.text.length > 99]),
    ).toEqual([
      ['docx', true],
      ['docx', true],
    ]);
  });

  it('goes no deeper into archives than it is told', async () => {
    let zip = zipSync({ 'a.txt': strToU8('一') });
    for (let i = 0; i < 5; i += 1) zip = zipSync({ 'inner.zip': zip });
    const { files, failures } = await listPolicyFiles([write('nested.zip', zip)]);
    expect(files).toEqual([]);
    expect(failures.map(({ error }) => error.code)).toEqual(['input-too-large']);
  });
});

describe('the readers', () => {
  it.each(FUZZED_FORMATS.map((format) => [format, format === 'pdf' ? 12 : 60] as const))(
    'come through mutated files: %s',
    async (format, count) => {
      const files = mutateFiles(format, 7);
      const errors: unknown[] = [];
      for (let i = 0; i < count; i += 1) {
        errors.push((await readMutated(files.next().value, format)).error);
      }
      expect(errors).toEqual(errors.map(() => undefined));
    },
  );
});
