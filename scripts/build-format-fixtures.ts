// Makes test/fixtures/formats: ten documents of our own, each as txt (the reference), docx, doc, odt, html and pdf by LibreOffice,
// and as ofd by scripts/write-ofd.ts. Needs soffice and a Chinese font (Debian: libreoffice-writer, fonts-noto-cjk).
// npx tsx scripts/build-format-fixtures.ts
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeText } from '../src/read';
import { readSourceLines, toReference } from './fixture-source';
import { toFlatOdt } from './write-flat-odt';
import { writeOfd } from './write-ofd';

const root = join(import.meta.dirname, '..');
const target = join(root, 'test/fixtures/formats');

/** Documents of corpus/documents under the names that they have here. */
const FROM_CORPUS: readonly (readonly [name: string, file: string])[] = [
  ['01-opinions', '关于推进公共卫生应急数字化建设的意见.txt'],
  ['02-regulations', '宁波市智慧城市促进条例.txt'],
  ['03-scheme-in-notice', '成都市智慧养老服务拓展实施方案.txt'],
  ['04-action-plan', '江苏省数字经济提升行动方案.txt'],
  ['05-party-opinions', '甘肃省深入推进数字乡村发展的实施意见.txt'],
  ['06-measures', '福建省公共数据授权运营管理办法.txt'],
  ['07-state-council-notice', '国务院关于印发国家算力网络发展规划的通知.txt'],
  ['08-work-report', '襄阳市政府工作报告.txt'],
];

function listSources(): readonly (readonly [name: string, text: string])[] {
  const corpus = FROM_CORPUS.map(([name, file]) => {
    const path = join(root, 'corpus/documents', file);
    return [name, decodeText(readFileSync(path), path).text] as const;
  });
  const folder = join(target, 'source');
  const own = readdirSync(folder)
    .sort()
    .map((file) => [file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')] as const);
  return [...corpus, ...own];
}

/** Printed pages show deletions struck out, and HTML forgets them and how lists count: those are made of plain documents. */
const FILTERS: readonly (readonly [extension: string, filter: string, isPlain: boolean])[] = [
  ['docx', 'docx:MS Word 2007 XML', false],
  ['doc', 'doc:MS Word 97', false],
  ['odt', 'odt', false],
  ['html', 'html:HTML (StarWriter):UTF8', true],
  ['pdf', 'pdf', true],
];

function main(): void {
  const work = mkdtempSync(join(tmpdir(), 'zhengce-formats-'));
  const plain = join(work, 'plain');
  mkdirSync(plain);
  try {
    const sources = listSources();
    for (const [name, text] of sources) {
      const lines = readSourceLines(text);
      writeFileSync(join(work, `${name}.fodt`), toFlatOdt(lines, false));
      writeFileSync(join(plain, `${name}.fodt`), toFlatOdt(lines, true));
      writeFileSync(join(target, `${name}.txt`), toReference(lines));
      writeFileSync(join(target, `${name}.ofd`), writeOfd(lines));
    }
    for (const [extension, filter, isPlain] of FILTERS) {
      const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
      const files = sources.map(([name]) => join(isPlain ? plain : work, `${name}.fodt`));
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', filter, '--outdir', work, ...files],
        { stdio: 'inherit' },
      );
      for (const [name] of sources) {
        const file = `${name}.${extension}`;
        copyFileSync(join(work, file), join(target, file));
      }
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

main();
