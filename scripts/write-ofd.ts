// Writes a fixture's source as an OFD (GB/T 33190-2016): one TextObject a line, pages with a running head and numbers, CDATA here and there.

import { strToU8, zipSync } from 'fflate';
import { escapeXml } from './escape-xml';
import type { SourceLine } from './fixture-source';

const PAGE = { width: 210, height: 297, left: 28, right: 26, top: 30, bottom: 30 };
const SIZE = 4.2;
const PITCH = 8;
const COLUMNS = Math.floor((PAGE.width - PAGE.left - PAGE.right) / SIZE);
/** The day of every entry, so that the same text gives the same bytes. */
const MTIME = new Date('2024-03-01T09:00:00');
const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The bytes of an OFD of some paragraphs. */
export function writeOfd(lines: readonly SourceLine[]): Uint8Array {
  const pages = placeLines(lines);
  const files: Record<string, string> = {
    'OFD.xml': `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>00000000000000000000000000000001</ofd:DocID><ofd:Title>${escapeXml(lines[0]?.text ?? '')}</ofd:Title><ofd:Author>zhengce</ofd:Author><ofd:CreationDate>2024-03-01</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/PublicRes.xml': `<?xml version="1.0" encoding="UTF-8"?><ofd:Res ${NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="宋体"/></ofd:Fonts></ofd:Res>`,
    'Doc_0/Document.xml': writeDocument(pages.length),
  };
  pages.forEach((page, index) => {
    files[`Doc_0/Pages/Page_${String(index)}/Content.xml`] = writePage(page, index);
  });
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { level: 9, mtime: MTIME });
}

function writeDocument(count: number): string {
  const box = `0 0 ${String(PAGE.width)} ${String(PAGE.height)}`;
  const pages = Array.from(
    { length: count },
    (_, i) => `<ofd:Page ID="${String(10 + i)}" BaseLoc="Pages/Page_${String(i)}/Content.xml"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>100000</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${pages.join('')}</ofd:Pages></ofd:Document>`;
}

function placeLines(lines: readonly SourceLine[]): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [];
  let y = Number.POSITIVE_INFINITY;
  const put = (texts: readonly (readonly [text: string, x: number])[]): void => {
    if (y > PAGE.height - PAGE.bottom) {
      pages.push([]);
      y = PAGE.top;
    }
    for (const [text, x] of texts) pages.at(-1)?.push({ text, x, y });
    y += PITCH;
  };
  let note = 0;
  const notesLast = [...lines].sort(
    (a, b) => Number(a.kind === 'note') - Number(b.kind === 'note'),
  );
  for (const { kind, text } of notesLast) {
    if (kind === 'row') {
      const cells = text.split('\t');
      const width = (PAGE.width - PAGE.left - PAGE.right) / cells.length;
      put(cells.map((cell, i) => [cell, PAGE.left + i * width]));
      continue;
    }
    note += kind === 'note' ? 1 : 0;
    const words = kind === 'note' ? `[${String(note)}]${text}` : text;
    const isSetApart = kind === 'title' || kind === 'center' || kind === 'right';
    const rows = wrap(words, isSetApart ? COLUMNS - 8 : COLUMNS, isSetApart ? 0 : 2);
    rows.forEach((row, i) => {
      const free = (COLUMNS - measure(row)) * SIZE;
      const indent = kind === 'right' ? free : isSetApart ? free / 2 : i === 0 ? 2 * SIZE : 0;
      put([[row, PAGE.left + indent]]);
    });
  }
  return pages;
}

/** Width in full-width characters. */
function measure(text: string): number {
  return [...text].reduce((sum, char) => sum + widthOf(char), 0);
}

function widthOf(char: string): number {
  return char < '\u0100' ? 0.5 : 1;
}

function wrap(text: string, columns: number, indent: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  let width = indent;
  for (const char of text) {
    const isClosing = '，。、；：）》”！？'.includes(char);
    if (width + widthOf(char) > columns && !isClosing) {
      rows.push(row);
      row = '';
      width = 0;
    }
    row += char;
    width += widthOf(char);
  }
  return [...rows, row];
}

function writePage(placed: readonly Placed[], index: number): string {
  const number = `— ${String(index + 1)} —`;
  const frame = [
    { text: '云澜政策汇编', x: 92, y: 15 },
    { text: number, x: 100, y: PAGE.height - 12 },
  ];
  const objects = [...frame, ...placed].map(({ text, x, y }, i) => {
    const id = String(index * 1000 + 1000 + i);
    const deltas = [...text].slice(0, -1).map((char) => (widthOf(char) * SIZE).toFixed(2));
    const delta = deltas.length === 0 ? '' : ` DeltaX="${packDeltas(deltas)}"`;
    const words = i % 3 === 0 ? `<![CDATA[${text}]]>` : escapeXml(text);
    const width = (measure(text) * SIZE).toFixed(2);
    return `<ofd:TextObject ID="${id}" Boundary="${x.toFixed(2)} ${(y - SIZE).toFixed(2)} ${width} ${(SIZE * 1.3).toFixed(2)}" Font="1" Size="${String(SIZE)}"><ofd:TextCode X="0" Y="${String(SIZE)}"${delta}>${words}</ofd:TextCode></ofd:TextObject>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer Type="Body" ID="${String(index + 500)}">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
}

/** Runs of equal steps in the short form of the standard: g 12 4.20. */
function packDeltas(deltas: readonly string[]): string {
  const parts: string[] = [];
  for (let i = 0; i < deltas.length; ) {
    let end = i;
    while (deltas[end] === deltas[i]) end += 1;
    parts.push(end - i > 2 ? `g ${String(end - i)} ${deltas[i]!}` : deltas.slice(i, end).join(' '));
    i = end;
  }
  return parts.join(' ');
}
