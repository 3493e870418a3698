/**
 * parseHtml: a page as a tree of elements and texts, what is never text left out.
 *
 * @module
 */
import { Parser } from 'htmlparser2';
import { refuseBeyond } from './read-fault';
import type { ReaderContext } from './reader-context';

/** An element with what is in it. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

/** An element or a text. */
export type HtmlNode = HtmlElement | string;

/** A page. */
export interface HtmlPage {
  readonly root: HtmlElement;
  /** Attributes of its meta elements, in order. */
  readonly metas: readonly Readonly<Record<string, string>>[];
  /** What its title element says. */
  readonly title: string;
}

/** Elements of which nothing is text. */
const DROPPED: ReadonlySet<string> = new Set(
  (
    'script style noscript template iframe object embed svg math canvas audio video map head button select textarea input ' +
    'datalist dialog rt rp'
  ).split(' '),
);
/** Deeper elements are put into the last one above this depth: a tree is walked by recursion. */
const MAX_TREE_DEPTH = 200;

/**
 * The tree of a page. Linear.
 *
 * @throws ZhengceError `input-too-large` where elements stand in one another beyond ten times `maxDepth`: pages that close nothing are deep and yet sound
 */
export function parseHtml(text: string, { path, limits }: ReaderContext): HtmlPage {
  const root: HtmlElement = { name: '#root', attributes: {}, children: [] };
  const open: HtmlElement[] = [root];
  const metas: Record<string, string>[] = [];
  let depth = 0;
  let dropped = 0;
  let title = '';
  let isTitle = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      if (depth > limits.maxDepth * 10) {
        throw refuseBeyond(path, limits, 'maxDepth', depth, 'elements inside one another');
      }
      if (name === 'meta') metas.push(attributes);
      isTitle = name === 'title' && title === '';
      if (dropped > 0 || DROPPED.has(name) || isHiddenElement(attributes)) {
        dropped += 1;
        return;
      }
      const element: HtmlElement = { name, attributes, children: [] };
      open[Math.min(open.length, MAX_TREE_DEPTH) - 1]?.children.push(element);
      open.push(element);
    },
    onclosetag: () => {
      depth -= 1;
      isTitle = false;
      if (dropped > 0) dropped -= 1;
      else open.pop();
    },
    ontext: (words) => {
      if (isTitle) title += words;
      else if (dropped === 0) open[Math.min(open.length, MAX_TREE_DEPTH) - 1]?.children.push(words);
    },
  });
  parser.end(text);
  return { root, metas, title: title.trim() };
}

function isHiddenElement({ style, hidden }: Record<string, string>): boolean {
  return hidden !== undefined || (style !== undefined && /display ?: ?none/i.test(style));
}
