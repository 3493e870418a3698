// Finds a Chromium for the tests of pages. Where there is none they skip and say so; where ZHENGCE_REQUIRE_CHROMIUM is set they fail.
import { existsSync } from 'node:fs';
import { describe, it } from 'vitest';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The program, or undefined where there is none. */
export const chromiumPath: string | undefined = [
  process.env['ZHENGCE_CHROMIUM'] ?? '',
  ...PLACES,
].find((path) => path !== '' && existsSync(path));

/** What Chromium is started with: no window, nothing fetched on its own account. */
export const chromiumFlags: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Declares a suite that needs Chromium. */
export function describeWithChromium(name: string, declare: (path: string) => void): void {
  const path = chromiumPath;
  describe(name, () => {
    if (path !== undefined) declare(path);
    else if (process.env['ZHENGCE_REQUIRE_CHROMIUM'] === '1') {
      it('finds Chromium', () => {
        throw new Error(`expected Chromium, received none (${PLACES.join(', ')})`);
      });
    } else it.skip('needs Chromium: apt-get install chromium, or set ZHENGCE_CHROMIUM');
  });
}
