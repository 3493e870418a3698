/**
 * The example server and its page, as a reader uses them: a real server, a real browser.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchResultRecordSchema } from '../../src/report';
import { describeWithChromium, openChromium } from '../support/chromium';
import { repositoryRoot } from '../support/run-cli';

let server: ChildProcess;
let address = '';

beforeAll(async () => {
  server = spawn(process.execPath, ['examples/search-server/server.mjs'], {
    cwd: repositoryRoot,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(server.stdout ?? server, 'data')) as [Buffer];
  address = /http:\S+/.exec(line.toString())?.[0] ?? '';
}, 60_000);
afterAll(() => {
  server.kill();
});

async function get(path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(address + path);
  return { status: response.status, body: await response.json() };
}

describe('the search endpoint', () => {
  it('answers with the record of the command line', async () => {
    const { status, body } = await get('api/search?q=%E6%95%B0%E6%8D%AE&task=T2');
    expect(status).toBe(200);
    const { hits, facets } = searchResultRecordSchema.parse(body);
    expect(hits).toHaveLength(10);
    expect(facets['task']?.[0]?.value).toBe('T2');
  });

  it('answers a malformed query with 400 and the place', async () => {
    const { status, body } = await get('api/search?q=%22');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid-query', details: { position: 0 } });
    expect((await get('api/search?q=a&offset=x')).status).toBe(400);
    expect((await get('api/similar?id=x')).status).toBe(400);
  });

  it('suggests by pinyin', async () => {
    const { body } = await get('api/suggest?q=gonggongshuj');
    expect((body as { text: string }[]).map(({ text }) => text)).toContain('公共数据');
  });
});

describeWithChromium('the search page', () => {
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('400'))
        faults.push(message.text());
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    expect(faults).toEqual([]);
  });

  async function open(parameters: Readonly<Record<string, string>> = {}): Promise<void> {
    await page.goto(`${address}?${new URLSearchParams(parameters).toString()}`);
    await page.waitForFunction('document.body.dataset.loaded === location.search');
  }

  it('shows hits with their matches marked, filters by facets and goes back', async () => {
    await open();
    await page.fill('input', '公共数据授权');
    await page.press('input', 'Enter');
    await page.waitForSelector('article mark');
    expect(await page.textContent('article h2')).toContain('福建省公共数据授权运营管理办法');
    const before = await page.textContent('#note');
    await page.click('#facets button:has-text("T2")');
    await page.waitForSelector('#facets button[aria-pressed=true]');
    expect(await page.textContent('#note')).not.toBe(before);
    await page.goBack();
    await page.waitForFunction(
      `document.querySelector('#note').textContent === ${JSON.stringify(before)}`,
    );
  });

  it('shows the most frequent values of a facet, then the others, and one that is chosen', async () => {
    await open({ q: '数据' });
    const rest = page.locator('#facets details details').first();
    expect(await rest.innerText()).toMatch(/^其余 \d+ 项$/);
    await rest.locator('summary').click();
    await rest.locator('button').last().click();
    await page.waitForSelector('#facets button[aria-pressed=true]');
  });

  it('loads more, finds what is like a passage, and completes what is typed', async () => {
    await open({ q: '数据' });
    await page.click('#more');
    await page.waitForFunction(`document.querySelectorAll('article').length === 20`);
    await page.click('article >> nth=0 >> text=相近段落');
    await page.waitForSelector('#note:has-text("相近")');
    await page.fill('input', '');
    await page.locator('input').pressSequentially('ggsj');
    await page.waitForSelector('#suggestions li:has-text("公共数据")');
    await page.press('input', 'ArrowDown');
    await page.press('input', 'Enter');
    await page.waitForFunction(`location.search.includes(encodeURIComponent('公共'))`);
  });

  it('asks whether something else was meant, and shows where a query is malformed', async () => {
    await open({ q: '数剧要素' });
    await page.click('#note button:has-text("数据要素")');
    await page.waitForFunction(`document.querySelector('input').value === '数据要素'`);
    await page.fill('input', '数据 "要素');
    await page.press('input', 'Enter');
    await page.waitForSelector('#note.fault');
    expect(await page.textContent('#note')).toContain('position 3');
  });

  it('says what of the question the index does not have', async () => {
    await open({ q: '数据 year:2050 国发〔2099〕1号' });
    const said = await page.textContent('#note');
    expect(said).toContain('没有年份为“2050”的内容，现有：20');
    expect(said).toContain('没有文号为 国发〔2099〕1号 的文件');
  });

  it('takes markup in a query for text', async () => {
    await open({ q: '<img src=x onerror=alert(1)> 数据' });
    expect(await page.locator('img').count()).toBe(0);
  });

  it.each([
    ['desktop', 1200, 900],
    ['phone', 360, 740],
  ])('fits a %s without scrolling sideways', async (name, width, height) => {
    await page.setViewportSize({ width, height });
    await open({ q: '数据要素市场 公共数据' });
    await page.waitForSelector('article');
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    const folder = join(repositoryRoot, 'demo-output');
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `search-${name}.png`) });
  });
});
