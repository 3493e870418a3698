/**
 * findMainContent: the element of a page that holds its text, navigation, lists of links and footers around it left out.
 *
 * @module
 */
import type { HtmlElement, HtmlNode } from './html-tree';

/** What is counted of an element, everything below it included. */
interface Weight {
  /** Characters of text outside links. */
  readonly text: number;
  /** Characters inside links. */
  readonly links: number;
  /** Marks of Chinese sentences outside links; colons are none, since labels have them too. */
  readonly marks: number;
}

/** Measures elements; each is counted once. */
export interface HtmlScale {
  readonly weigh: (element: HtmlElement) => Weight;
}

/** Names under which the content management systems of government sites put the text. */
const CONTENT_NAME =
  /(?:^|[ _-])(?:ucap-?content|pages_content|trs_editor(?:_view)?|trs_ueditor|zoom|article-?(?:content|con|body|txt|text)|art_?con(?:t|tent)?|news_?con(?:t|tent)?|con(?:t|tent)-?(?:text|txt|main)|view_?con(?:tent)?|xxgk_?con(?:tent)?|wenzhang|zhengwen|b12c|j-fontcontent|vsb_content\w*)(?:$|[ _-])/i;
/** Names of what is no part of a text. */
const FURNITURE_NAME =
  /(?:^|[ _-])(?:nav(?:bar|igation)?|menu|footer|foot|header|top-?bar|breadcrumb|crumbs?|position|location|share|bdshare\w*|print|toolbar|tools|related|relate|xgwz|sidebar|pagination|pager|copyright|search|login|qr-?code|ewm|prev-?next|next-?prev)(?:$|[ _-])/i;
const FURNITURE_ELEMENT: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'form']);
/** Least share of a page's text that a named element, or the element that is gone down into, holds. */
const MIN_SHARE_NAMED = 0.3;
const MIN_SHARE = 0.72;
/** A part with more text than this share of the whole is none of the furniture, whatever it is called. */
const MAX_FURNITURE = 0.2;
/** Above this share of characters in links, a part with a few of them is a list of links. */
const MAX_LINKS = 0.6;
const MIN_LINK_CHARACTERS = 12;

/** A scale for the elements of one page. Each element is walked once in all. */
export function createHtmlScale(): HtmlScale {
  const known = new Map<HtmlElement, Weight>();
  const weigh = (element: HtmlElement): Weight => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const isLink = element.name === 'a' && element.attributes['href'] !== undefined;
    let [text, links, marks] = [0, 0, 0];
    for (const child of element.children) {
      const weight = typeof child === 'string' ? weighText(child) : weigh(child);
      text += isLink ? 0 : weight.text;
      links += weight.links + (isLink ? weight.text : 0);
      marks += isLink ? 0 : weight.marks;
    }
    const weight = { text, links, marks };
    known.set(element, weight);
    return weight;
  };
  return { weigh };
}

function weighText(text: string): Weight {
  const words = text.replace(/\s+/g, '');
  const marks = words.match(/[，。；、！？]/g)?.length ?? 0;
  return { text: words.length, links: 0, marks };
}

function score({ text, marks }: Weight): number {
  return text + 20 * marks;
}

/**
 * The element with the text: the innermost one of a name that says so, if it holds enough; else, going down from the root, the last that holds nearly all of its parent's
 * text. Linear in the size of the page.
 */
export function findMainContent(root: HtmlElement, scale: HtmlScale): HtmlElement {
  const whole = score(scale.weigh(root));
  const start = findNamed(root, scale, MIN_SHARE_NAMED * whole) ?? root;
  let main = start;
  for (;;) {
    const least = MIN_SHARE * score(scale.weigh(main));
    const next = listElements(main).find((child) => score(scale.weigh(child)) >= least);
    if (next === undefined || !isContainer(next)) return main;
    main = next;
  }
}

function findNamed(element: HtmlElement, scale: HtmlScale, least: number): HtmlElement | undefined {
  if (score(scale.weigh(element)) < least || least === 0) return undefined;
  for (const child of listElements(element)) {
    const found = findNamed(child, scale, least);
    if (found !== undefined) return found;
  }
  const { id = '', class: classes = '' } = element.attributes;
  const isNamed = element.name === 'article' || CONTENT_NAME.test(id) || CONTENT_NAME.test(classes);
  return isNamed ? element : undefined;
}

const CONTAINERS: ReadonlySet<string> = new Set(
  'html body div section article main center td table tbody tr span font form'.split(' '),
);

function isContainer({ name }: HtmlElement): boolean {
  return CONTAINERS.has(name);
}

function listElements({ children }: HtmlElement): readonly HtmlElement[] {
  return children.filter((child): child is HtmlElement => typeof child !== 'string');
}

/** Whether a part of the main content is none of it: navigation by its element or name, or nearly nothing but links. */
export function isFurniture(node: HtmlNode, whole: number, scale: HtmlScale): boolean {
  if (typeof node === 'string' || node.name === 'a') return false;
  const weight = scale.weigh(node);
  const { text, links } = weight;
  if (links >= MIN_LINK_CHARACTERS && links > MAX_LINKS * (links + text)) return true;
  if (weight.text > MAX_FURNITURE * whole) return false;
  const { id = '', class: classes = '', title = '' } = node.attributes;
  // Word processors call the head and the foot of their pages so.
  if (title === 'header' || title === 'footer') return true;
  return (
    FURNITURE_ELEMENT.has(node.name) || FURNITURE_NAME.test(id) || FURNITURE_NAME.test(classes)
  );
}
