/** The report in a real browser: both languages, any width, by keyboard, on paper, hostile text. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analyzer';
import { createAlignmentReport, formatAlignmentHtml } from '../../src/report';
import { builtinTaxonomy } from '../../src/taxonomy';
import { CITY_TEXT, FARM_TEXT, PLAN_TEXT } from '../support/align-documents';
import { describeWithChromium, openChromium } from '../support/chromium';

const HOSTILE = CITY_TEXT.replaceAll(
  '加快5G网络',
  '<script>document.title="taken"</script><img src=x onerror="document.title=1">加快5G网络',
);

describeWithChromium('the report', () => {
  let folder: string;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let requests: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhengce-report-'));
    writeFileSync(join(folder, 'report.html'), await createPage());
    browser = await openChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    faults = [];
    requests = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'report.html')).href);
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  /** With `copies` of each document, as a collection has that quotes the same passages of the plan again and again. */
  async function createPage(copies = 1): Promise<string> {
    const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
    const tag = (text: string, id: string) => analyzer.tag(analyzer.parse(text, { id }));
    const files = [CITY_TEXT, FARM_TEXT, HOSTILE].map((text, i) => {
      const id = `d${String(i)}`;
      return { path: `${id}.txt`, document: tag(text, id) };
    });
    const plan = { path: 'plan.txt', document: tag(PLAN_TEXT, 'plan') };
    const collection = analyzer.alignCollection(
      files.map(({ document }) => document),
      { plan: plan.document },
    );
    const report = createAlignmentReport({ taxonomy: builtinTaxonomy, collection, files, plan });
    const documents = Array.from({ length: copies }).flatMap((_, i) =>
      report.documents.map((each) => ({ ...each, id: `${each.id}-${String(i)}` })),
    );
    return formatAlignmentHtml({ ...report, documents });
  }

  it('is in Chinese, and in English by a switch that the keyboard reaches', async () => {
    const heading = page.locator('h1');
    expect(await heading.innerText()).toBe('政策对标报告');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await heading.innerText()).toBe('Policy alignment report');
    await page.click('label[for=lang-zh]');
    expect(await heading.innerText()).toBe('政策对标报告');
  });

  it('shows markup of a document as text', async () => {
    expect(await page.title()).not.toContain('taken');
    expect(await page.locator('script, img').count()).toBe(0);
    expect(await page.locator('#d3 .ledger').textContent()).toContain(
      '<script>document.title="taken"</script>',
    );
  });

  it('unfolds a document and a task by keyboard, with its evidence marked', async () => {
    const document = page.locator('#d1');
    const mark = document.locator('.ledger mark').first();
    const plan = document.locator('blockquote.plan').first();
    expect(await mark.isVisible()).toBe(false);
    await document.locator('> summary').focus();
    await page.keyboard.press('Enter');
    expect(await mark.isVisible()).toBe(true);
    expect(await mark.innerText()).toMatch(/\S/);
    expect(await plan.isVisible()).toBe(false);
    await document.locator('.ledger summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await plan.isVisible()).toBe(true);
  });

  it('begins a folded passage near its evidence, and shows all of an open one in both languages', async () => {
    const far = page.locator('#d3 .far').first();
    const isShown = (): Promise<boolean> =>
      far.boundingBox().then((box) => box !== null && box.width > 100);
    await page.locator('#d3 > summary').click();
    expect(await isShown()).toBe(false);
    await page
      .locator('#d3 .ledger summary', { has: page.locator('.far') })
      .first()
      .click();
    for (const language of ['en', 'zh']) {
      await page.click(`label[for=lang-${language}]`);
      expect(await isShown()).toBe(true);
    }
  });

  it('shows the chart with a text alternative and the table that says the same', async () => {
    const chart = page.locator('#emphasis [role=img]');
    expect(await chart.getAttribute('aria-label')).toContain('数值见所附表格');
    expect(await chart.locator('svg').count()).toBe(1);
    expect(await page.locator('#emphasis tbody tr').count()).toBe(20);
  });

  it('tells shades apart in grey, and their figures from them', async () => {
    // As text, since the types of the browser are no part of this program.
    const colours = await page.evaluate<readonly (readonly [back: string, text: string])[]>(
      `[...document.querySelectorAll('#heat .key li')].map((item) => [getComputedStyle(item).backgroundColor, getComputedStyle(item).color])`,
    );
    expect(colours.length).toBeGreaterThan(5);
    const shades = colours.map(([back, text]) => ({
      back: measureLuminance(back),
      text: measureLuminance(text),
    }));
    shades.forEach(({ back, text }, i) => {
      const [light, dark] = [Math.max(back, text), Math.min(back, text)];
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
      const next = shades[i + 1];
      if (next !== undefined) expect((back + 0.05) / (next.back + 0.05)).toBeGreaterThan(1.1);
    });
  });

  it.each([1280, 390, 320])('does not scroll sideways at a width of %i', async (width) => {
    await page.setViewportSize({ width, height: 844 });
    await page.locator('#d1 > summary').click();
    const content = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(content).toBeLessThanOrEqual(width);
  });

  it('shows the plan’s passages over the page of a large collection, by keyboard, and on paper', async () => {
    const path = join(folder, 'large.html');
    writeFileSync(path, await createPage(15));
    const large = await browser.newPage();
    await large.goto(pathToFileURL(path).href);
    await large.locator('#d1 > summary').click();
    await large.locator('#d1 .ledger summary').first().click();
    const button = large.locator('#d1 .ledger button').first();
    const passage = large.locator(`#${(await button.getAttribute('popovertarget')) ?? ''}`);
    expect(await passage.isVisible()).toBe(false);
    await button.focus();
    await large.keyboard.press('Enter');
    expect(await passage.isVisible()).toBe(true);
    const words = (await passage.innerText()).split(/\s/).at(-1) ?? '';
    expect(PLAN_TEXT).toContain(words);
    await large.keyboard.press('Escape');
    expect(await passage.isVisible()).toBe(false);
    await large.emulateMedia({ media: 'print' });
    expect(await passage.isVisible()).toBe(true);
    await large.close();
  });

  it('prints, with what is folded', async () => {
    const path = join(folder, 'report.pdf');
    await page.pdf({ path, format: 'A4' });
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.switch').isVisible()).toBe(false);
    const blocks = await page.locator('#d1 .ledger blockquote').first().boundingBox();
    expect(blocks?.height ?? 0).toBeGreaterThan(10);
  });
});

/** The relative luminance of a colour, as WCAG 2.2 defines it. */
function measureLuminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
