/**
 * readHtml: the text of a web page: its main content, without navigation, with its tables.
 *
 * @module
 */
import { createBlockWriter } from './block-writer';
import { decodeText, type TextEncoding } from './decode-text';
import { collectHtmlBlocks } from './html-blocks';
import { createHtmlScale, findMainContent, isFurniture } from './html-main';
import { readHtmlMetadata } from './html-metadata';
import { type HtmlElement, parseHtml } from './html-tree';
import { refuseTextless } from './read-fault';
import type { ReadContent } from './read-result';
import type { ReaderContext } from './reader-context';

/** A declaration has to stand within the first of so many bytes. */
const DECLARED_WITHIN = 4_096;
const DECLARED =
  /<meta[^>]{0,200}charset ?= ?["']? ?([\w-]{2,20})|<\?xml[^>]{0,100}encoding ?= ?["']([\w-]{2,20})/i;

/**
 * The text of a page. Encoding: byte order mark, then UTF-8 where the bytes are that, then evidence, with the page's own declaration as a part of it. A title that
 * stands outside the main content comes first.
 *
 * @throws ZhengceError `undecodable-text`, `input-too-large`; `no-text` for a page without text
 */
export function readHtml(bytes: Uint8Array, context: ReaderContext): ReadContent {
  const { path } = context;
  const { text, encoding, diagnostics } = decodeText(bytes, path, readDeclaration(bytes));
  const page = parseHtml(text, context);
  const metadata = readHtmlMetadata(page);
  const scale = createHtmlScale();
  const main = findMainContent(page.root, scale);
  const whole = scale.weigh(main).text;
  let leftOut = 0;
  const blocks = collectHtmlBlocks(main, (node) => {
    const isOut = isFurniture(node, whole, scale);
    if (isOut) leftOut += 1;
    return isOut;
  });
  const writer = createBlockWriter();
  const title = findTitle(page.root, main, metadata.title);
  if (
    title !== undefined &&
    !startsWithTitle(
      blocks.map((block) => block.text),
      title,
    )
  ) {
    writer.add({ kind: 'title', text: title });
  }
  for (const block of blocks) writer.add(block);
  const around = scale.weigh(page.root).text + scale.weigh(page.root).links - whole;
  if (around > 0 || leftOut > 0) {
    const message = `${String(around)} characters around the main content were left out`;
    writer.report('page-furniture-left-out', 'info', message);
  }
  const content = writer.finish({ format: 'html', metadata });
  if (content.text === '') {
    const received = 'a page without any but links, navigation or what scripts would write';
    throw refuseTextless(path, 'html', received, 'save the page that shows the document');
  }
  return { ...content, encoding, diagnostics: [...diagnostics, ...content.diagnostics] };
}

function readDeclaration(bytes: Uint8Array): TextEncoding | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARED_WITHIN));
  const match = DECLARED.exec(head.toString('latin1'));
  const name = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
  if (/^(?:gb|x-gbk|cp936)/.test(name)) return 'gb18030';
  return /^(?:big5|x-x-big5|cp950)/.test(name) ? 'big5' : undefined;
}

/** The title outside the main content: the first h1 with words, else what the meta tag for it says. */
function findTitle(
  root: HtmlElement,
  main: HtmlElement,
  stated: string | undefined,
): string | undefined {
  const heading = root === main ? undefined : findHeading(root, main);
  if (heading === undefined || stated === undefined) return heading;
  // A logo may be a heading too: where the page names its title, the heading has to be that.
  return squeeze(stated).includes(squeeze(heading)) || squeeze(heading).includes(squeeze(stated))
    ? heading
    : undefined;
}

function findHeading(element: HtmlElement, main: HtmlElement): string | undefined {
  for (const child of element.children) {
    if (typeof child === 'string' || child === main) continue;
    const found =
      child.name === 'h1'
        ? collectHtmlBlocks(child, () => false)
            .map(({ text }) => text)
            .join('')
        : findHeading(child, main);
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}

const NEAR_START = 400;

function startsWithTitle(texts: readonly string[], title: string): boolean {
  return squeeze(texts.slice(0, 8).join('')).slice(0, NEAR_START).includes(squeeze(title));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
