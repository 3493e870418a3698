/**
 * What lies on the disks of offices: WPS files, RTF under the name of Word, archives from Chinese Windows, what programs leave behind.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listPolicyFiles, readListedFile, readPolicyFile } from '../../../src/read';
import { encodeLegacy } from '../../support/encode-legacy';
import { createFolder } from '../../support/run-cli';

const fixtures = join(import.meta.dirname, '../../fixtures/formats');
const readFixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(fixtures, name)));
const expected = readFileSync(join(fixtures, '09-numbered-plan.txt'), 'utf8');
const squeeze = (text: string): string => text.replace(/\s/g, '');

function encodeGbk(text: string): Uint8Array {
  const bytes = encodeLegacy(text, 'gb18030');
  if (bytes === undefined) throw new Error(`no GB18030 for ${text}`);
  return bytes;
}

describe('an .odt file', () => {
  it('is read without its hidden text', async () => {
    const hide = '<style:text-properties text:display="none"/></style:style>';
    const content = `<office:document-content><office:automatic-styles>
      <style:style style:name="T1" style:family="text">${hide}
      <style:style style:name="P1" style:family="paragraph">${hide}
      </office:automatic-styles><office:body><office:text><text:p>培育<text:span text:style-name="T1">未定</text:span>数据要素市场。</text:p>
      <text:p text:style-name="P1">草稿。</text:p><text:p text:style-name="T1">推动数据共享。</text:p></office:text></office:body></office:document-content>`;
    const folder = createFolder({ 'a.odt': zipSync({ 'content.xml': strToU8(content) }) });
    const read = await readPolicyFile(join(folder, 'a.odt'), { isolate: false });
    expect(read.text).toBe('培育数据要素市场。\n推动数据共享。');
    expect(read.diagnostics.map(({ message }) => message)).toEqual([
      '2 pieces of hidden text were left out',
    ]);
  });
});

describe('characters with a reading, and in a circle', () => {
  it('are read of the equation fields of a .docx, which have no result', async () => {
    const run = (code: string): string => `<w:r><w:instrText>${code}</w:instrText></w:r>`;
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = (...codes: readonly string[]): string =>
      mark('begin') + codes.map(run).join('') + mark('end');
    const reading = field(' EQ \\* jc2 \\o\\ad(\\s\\up 9(dá, (a)),龘', '（一）)');
    const document = `<w:document><w:body><w:p><w:r><w:t>数字</w:t></w:r>${reading}${field('eq \\o\\ac(○,甲)')}
      ${field(' PAGE ')}${field('EQ \\f(1,2)')}<w:r><w:t>政策</w:t></w:r></w:p></w:body></w:document>`;
    const folder = createFolder({ 'a.docx': zipSync({ 'word/document.xml': strToU8(document) }) });
    const { text } = await readPolicyFile(join(folder, 'a.docx'), { isolate: false });
    expect(text).toBe('数字龘（一）甲政策');
  });

  it('are read of a .doc', async () => {
    const path = join(import.meta.dirname, '../../fixtures/office/readings.doc');
    const { text } = await readPolicyFile(path, { isolate: false });
    expect(text).toBe('数字龘政策，数据（一）要素。\n第二段。');
  });
});

describe('a .wps file', () => {
  it.each([
    ['doc', 'a.wps'],
    ['docx', 'a.wps'],
    ['doc', 'A.WPT'],
  ] as const)('is read where it holds a %s (%s)', async (format, name) => {
    const folder = createFolder({ [name]: readFixture(`09-numbered-plan.${format}`) });
    const read = await readPolicyFile(join(folder, name), { isolate: false });
    expect(read.format).toBe(format);
    expect(squeeze(read.text).slice(0, 200)).toBe(squeeze(expected).slice(0, 200));
    expect(read.diagnostics.map(({ ruleId }) => ruleId)).toEqual(
      format === 'doc' ? [] : ['format-differs'],
    );
  });

  it.each<[string, string | Uint8Array, string, RegExp]>([
    [
      'RTF',
      '{\\rtf1\\ansi\\ansicpg936 \\u25919?}',
      'unsupported-format',
      /an RTF document: save it as \.docx/,
    ],
    ['nothing', '', 'invalid-input', /an empty file/],
    [
      'half a doc',
      readFixture('09-numbered-plan.doc').slice(0, 9000),
      'invalid-input',
      /expected a whole doc file/,
    ],
    [
      'half a docx',
      readFixture('09-numbered-plan.docx').slice(0, 3000),
      'invalid-input',
      /a damaged archive/,
    ],
    [
      'a head alone',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'invalid-input',
      /expected a whole doc file/,
    ],
    [
      'something else',
      Uint8Array.from({ length: 999 }, (_, i) => i * 7),
      'unsupported-format',
      /binary data|received/,
    ],
  ])('says what is wrong where it holds %s', async (_name, content, code, message) => {
    const folder = createFolder({ 'a.wps': content });
    await expect(readPolicyFile(join(folder, 'a.wps'), { isolate: false })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    });
  });
});

describe('RTF under another name', () => {
  it.each(['a.doc', 'a.docx', 'a.wps'])('is refused as %s with what to do', async (name) => {
    const folder = createFolder({ [name]: '{\\rtf1\\ansi text}' });
    await expect(readPolicyFile(join(folder, name), { isolate: false })).rejects.toMatchObject({
      code: 'unsupported-format',
      message: expect.stringContaining('an RTF document: save it as .docx') as string,
    });
  });
});

/** An archive as Chinese Windows makes it: names in GBK, and no flag that says so. */
function zipWithGbkNames(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // As many ASCII letters as a name has bytes in GBK stand in for it until the archive is made.
  const names = Object.keys(files).map((name, index) => {
    const bytes = encodeGbk(name);
    return { name, bytes, stand: String.fromCharCode(0x41 + index).repeat(bytes.length) };
  });
  const entries = names.map(({ name, stand }) => [stand, files[name] ?? new Uint8Array()] as const);
  const zip = Buffer.from(zipSync(Object.fromEntries(entries), { level: 0 }));
  for (const { stand, bytes } of names) {
    for (let at = zip.indexOf(stand); at !== -1; at = zip.indexOf(stand, at + 1)) {
      zip.set(bytes, at);
    }
  }
  return new Uint8Array(zip);
}

describe('an archive from Chinese Windows', () => {
  it('gives names in GBK, folders within folders, and text in GBK', async () => {
    const body = '各省、自治区、直辖市人民政府：现将有关事项通知如下。';
    const zip = zipWithGbkNames({
      '通知/附件一/国务院办公厅关于数据要素的意见.txt': encodeGbk(body),
      '通知/~$意见.docx': strToU8('lock'),
      '通知/说明.doc': readFixture('09-numbered-plan.doc'),
      '通知/Thumbs.db': strToU8('thumbs'),
    });
    const folder = createFolder();
    writeFileSync(join(folder, '下载.zip'), zip);
    const { files, skipped, failures } = await listPolicyFiles([folder]);
    expect(failures).toEqual([]);
    expect(files.map(({ id }) => id)).toEqual(
      ['下载.zip/通知/附件一/国务院办公厅关于数据要素的意见', '下载.zip/通知/说明'].sort(),
    );
    expect(skipped.map(({ reason }) => reason).sort()).toEqual(['lock-file', 'system-file']);
    const texts = await Promise.all(files.map((file) => readListedFile(file, { isolate: false })));
    const text = texts.find((item) => item.kind === 'read' && item.format === 'txt');
    expect(text).toMatchObject({ text: body, encoding: 'gb18030' });
  });
});
