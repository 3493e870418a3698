// Opens pages in a real Chromium, where there is one.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe, it } from 'vitest';

const chromiumPath: string = process.env['ZHENGCE_CHROMIUM'] ?? '/usr/bin/chromium';

const FLAGS = [
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
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: FLAGS });
}

/**
 * Declares a suite that needs Chromium; where there is none it skips and says so, unless `ZHENGCE_REQUIRE_CHROMIUM` is set.
 */
export function describeWithBrowser(name: string, declare: () => void): void {
  if (existsSync(chromiumPath)) {
    describe(name, declare);
    return;
  }
  describe(name, () => {
    const reason = `needs Chromium at ${chromiumPath}: install it, or set ZHENGCE_CHROMIUM to its path`;
    if (process.env['ZHENGCE_REQUIRE_CHROMIUM'] === undefined) it.skip(reason);
    else
      it(reason, () => {
        throw new Error(reason);
      });
  });
}
