// Writes a fixture's source as a flat OpenDocument text, which LibreOffice turns into every other format: styles, automatic numbers,
// tables, notes, text boxes, tracked changes, a running head and page numbers.
import { escapeXml } from './escape-xml';
import type { SourceLine } from './fixture-source';

const NAMESPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ' +
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" ' +
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';

const FONT = 'style:font-name-asian="Noto Serif CJK SC" style:font-name="Noto Serif CJK SC"';
const DATE = '2024-03-01T09:00:00';

const STYLES = `
<office:font-face-decls><style:font-face style:name="Noto Serif CJK SC" svg:font-family="'Noto Serif CJK SC'"/></office:font-face-decls>
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:text-indent="0.85cm" fo:line-height="0.9cm" style:punctuation-wrap="simple"/><style:text-properties ${FONT} fo:font-size="12pt" style:font-size-asian="12pt" fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center" fo:text-indent="0cm"/><style:text-properties fo:font-size="18pt" style:font-size-asian="18pt"/></style:style>
<style:style style:name="Center" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center" fo:text-indent="0cm"/></style:style>
<style:style style:name="Right" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end" fo:text-indent="0cm"/></style:style>
<style:style style:name="Cell" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="start" fo:text-indent="0cm" fo:line-height="normal"/><style:text-properties fo:font-size="10pt" style:font-size-asian="10pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"/>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Cell"/>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Center"/>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Center"><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
<style:style style:name="Frame" style:family="graphic"><style:graphic-properties text:anchor-type="paragraph" style:wrap="none" style:horizontal-pos="center" style:horizontal-rel="paragraph" style:vertical-pos="top" style:vertical-rel="paragraph-content"/></style:style>
<text:list-style style:name="Levels">
<text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>
<text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."/>
<text:list-level-style-number text:level="3" style:num-suffix="." style:num-format="1"/>
</text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.8cm" fo:margin-right="2.6cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>
<style:style style:name="T1" style:family="table"><style:table-properties style:width="15.5cm" table:align="center"/></style:style>
<style:style style:name="R1" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="B1" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
</office:automatic-styles>`;

/**
 * A flat OpenDocument text of some paragraphs; a plain one has its changes accepted and its numbers typed, for formats that cannot say what was deleted or how a list counts.
 */
export function toFlatOdt(given: readonly SourceLine[], isPlain: boolean): string {
  const lines = isPlain ? given.map(makePlain) : given;
  const changes: string[] = [];
  const notes = lines.filter(({ kind }) => kind === 'note').map(({ marked }) => marked);
  const title = lines.find(({ kind }) => kind === 'title')?.text ?? '';
  const body = writeBody(lines, notes, changes);
  const tracked =
    changes.length === 0 ? '' : `<text:tracked-changes>${changes.join('')}</text:tracked-changes>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>${escapeXml(title)}</dc:title><meta:initial-creator>zhengce</meta:initial-creator><meta:creation-date>${DATE}</meta:creation-date><dc:date>${DATE}</dc:date></office:meta>
${STYLES}
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Header">云澜政策汇编</text:p></style:header><style:footer><text:p text:style-name="Footer">— <text:page-number text:select-page="current">1</text:page-number> —</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${tracked}${body}</office:text></office:body></office:document>`;
}

function makePlain(line: SourceLine): SourceLine {
  const marked = line.marked.replace(/⟦-[^⟧]*⟧/g, '').replace(/⟦\+([^⟧]*)⟧/g, '$1');
  return { ...line, marked, kind: line.kind === 'auto' ? 'body' : line.kind };
}

function writeBody(
  lines: readonly SourceLine[],
  notes: readonly string[],
  changes: string[],
): string {
  let body = '';
  for (let i = 0; i < lines.length; ) {
    const from = i;
    const { kind } = lines[i]!;
    if (kind !== 'row' && kind !== 'auto') i += 1;
    while (i < lines.length && lines[i]!.kind === kind && (kind === 'row' || kind === 'auto'))
      i += 1;
    const run = lines.slice(from, i);
    if (kind === 'row') body += writeTable(run);
    else if (kind === 'auto') for (const line of run) body += writeNumbered(line, notes, changes);
    else if (kind !== 'note' && kind !== 'box') {
      body += writeParagraph(run[0]!, notes, changes);
    } else if (kind === 'box') body += writeBox(run[0]!);
  }
  return body;
}

const STYLE_NAMES: Readonly<Record<string, string>> = {
  title: 'Title',
  center: 'Center',
  right: 'Right',
};

function writeParagraph(line: SourceLine, notes: readonly string[], changes: string[]): string {
  const words = writeWords(line.marked, notes, changes);
  if (line.kind === 'h1' || line.kind === 'h2') {
    const level = line.kind.slice(1);
    return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${words}</text:h>`;
  }
  return `<text:p text:style-name="${STYLE_NAMES[line.kind] ?? 'Standard'}">${words}</text:p>`;
}

const MARKERS: readonly (readonly [RegExp, number])[] = [
  [/^[一二三四五六七八九十]+、/, 1],
  [/^（[一二三四五六七八九十]+）/, 2],
  [/^\d+\./, 3],
];

/** The number is left to the list, which is one through the whole document. */
function writeNumbered(line: SourceLine, notes: readonly string[], changes: string[]): string {
  const [marker, level] = MARKERS.find(([pattern]) => pattern.test(line.marked))!;
  const words = writeWords(line.marked.replace(marker, ''), notes, changes);
  const open =
    '<text:list text:style-name="Levels" text:continue-numbering="true"><text:list-item>' +
    '<text:list><text:list-item>'.repeat(level - 1);
  const close = '</text:list-item></text:list>'.repeat(level);
  return `${open}<text:p text:style-name="Standard">${words}</text:p>${close}`;
}

function writeBox(line: SourceLine): string {
  return `<text:p text:style-name="Standard"><draw:frame draw:style-name="Frame" text:anchor-type="paragraph" svg:width="12cm" svg:height="1.2cm"><draw:text-box><text:p text:style-name="Cell">${escapeXml(line.text)}</text:p></draw:text-box></draw:frame></text:p>`;
}

function writeTable(rows: readonly SourceLine[]): string {
  const cells = rows.map(({ text }) => text.split('\t'));
  const columns = cells[0]?.length ?? 1;
  const written = cells.map(
    (row) =>
      `<table:table-row table:style-name="R1">${row.map((cell) => `<table:table-cell table:style-name="B1" office:value-type="string"><text:p text:style-name="Cell">${escapeXml(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`,
  );
  return `<table:table table:style-name="T1"><table:table-column table:number-columns-repeated="${String(columns)}"/>${written.join('')}</table:table>`;
}

function writeWords(marked: string, notes: readonly string[], changes: string[]): string {
  return marked
    .split(/(⟦[-+^][^⟧]*⟧)/)
    .map((part) => {
      const mark = /^⟦([-+^])([^⟧]*)⟧$/.exec(part);
      if (mark === null) return escapeXml(part).replaceAll('\t', '<text:tab/>');
      const [, sign, words = ''] = mark;
      if (sign === '^') return writeNote(Number(words), notes[Number(words) - 1] ?? '');
      return writeChange(sign === '-' ? 'deletion' : 'insertion', words, changes);
    })
    .join('');
}

function writeNote(number: number, text: string): string {
  return `<text:note text:id="ftn${String(number)}" text:note-class="footnote"><text:note-citation>${String(number)}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${escapeXml(text)}</text:p></text:note-body></text:note>`;
}

function writeChange(kind: 'deletion' | 'insertion', words: string, changes: string[]): string {
  const id = `c${String(changes.length + 1)}`;
  const info = `<office:change-info><dc:creator>zhengce</dc:creator><dc:date>${DATE}</dc:date></office:change-info>`;
  const text = escapeXml(words);
  const content = kind === 'deletion' ? `<text:p text:style-name="Standard">${text}</text:p>` : '';
  changes.push(
    `<text:changed-region text:id="${id}"><text:${kind}>${info}${content}</text:${kind}></text:changed-region>`,
  );
  return kind === 'deletion'
    ? `<text:change text:change-id="${id}"/>`
    : `<text:change-start text:change-id="${id}"/>${text}<text:change-end text:change-id="${id}"/>`;
}
