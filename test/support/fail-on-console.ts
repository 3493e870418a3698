// Fails every test during which something is written to the console: the library never logs.
import { afterEach, beforeEach, vi } from 'vitest';

const methods = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const;

let written: string[] = [];

beforeEach(() => {
  written = [];
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
      written.push(`console.${method}: ${values.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  const lines = written;
  written = [];
  if (lines.length > 0)
    throw new Error(`Expected no console output, received\n${lines.join('\n')}`);
});
