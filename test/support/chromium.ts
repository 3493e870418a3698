// Opens pages in a real Chromium. Where there is none the tests of pages skip and say so; where ZHENGCE_REQUIRE_CHROMIUM is set they fail.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe, it } from 'vitest';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const executablePath: string | undefined = [process.env['ZHENGCE_CHROMIUM'] ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
);

/** What Chromium is started with: no window, nothing fetched on its own account. */
const FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser of its own; close it. */
export function openChromium(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('expected Chromium, received none');
  return chromium.launch({ executablePath, args: [...FLAGS] });
}

/** Declares a suite that needs Chromium. */
export function describeWithChromium(name: string, declare: () => void): void {
  if (executablePath !== undefined) {
    describe(name, declare);
    return;
  }
  describe(name, () => {
    const reason = `needs Chromium (${PLACES.join(', ')}): install it, or set ZHENGCE_CHROMIUM to its path`;
    if (process.env['ZHENGCE_REQUIRE_CHROMIUM'] === undefined) it.skip(reason);
    else
      it(reason, () => {
        throw new Error(reason);
      });
  });
}
