/**
 * runInOrder: many things at a time, results one after the other in the order of the inputs.
 *
 * @module
 */

/** Options of {@link runInOrder}. */
export interface RunInOrderOptions<R> {
  /** Most inputs under way or waiting for one before them. */
  readonly width: number;
  /** Bytes of results that wait for one before them, above which no further input is begun. */
  readonly maxHeld: number;
  readonly sizeOf: (result: R) => number;
}

/**
 * The results of `run` in the order of the inputs. The next inputs are begun when a result is asked for, so that a slow taker slows the work down and memory does not grow with
 * the number of inputs.
 */
export async function* runInOrder<T, R>(
  inputs: Iterable<T>,
  run: (input: T) => Promise<R>,
  { width, maxHeld, sizeOf }: RunInOrderOptions<R>,
): AsyncGenerator<R, void, undefined> {
  const source = inputs[Symbol.iterator]();
  const pending: Promise<R>[] = [];
  let held = 0;
  const begin = (input: T): void => {
    const result = run(input);
    // Counted when it comes; a rejection is met where the result is awaited.
    result.then(
      (settled) => {
        held += sizeOf(settled);
      },
      () => undefined,
    );
    pending.push(result);
  };
  for (let upcoming = source.next(); ; ) {
    while (
      upcoming.done !== true &&
      pending.length < width &&
      (pending.length === 0 || held < maxHeld)
    ) {
      begin(upcoming.value);
      upcoming = source.next();
    }
    const next = pending.shift();
    if (next === undefined) return;
    const result = await next;
    held -= sizeOf(result);
    yield result;
  }
}
