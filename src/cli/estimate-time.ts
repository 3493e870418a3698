/**
 * createTimeEstimate: how long work will go on, from what it has done lately.
 *
 * @module
 */

/** An estimate under way. Times are in milliseconds, on any clock that only goes forward. */
export interface TimeEstimate {
  /** An item of that amount is done. */
  readonly advance: (amount: number, now: number) => void;
  /** Milliseconds that are left; undefined while too little is done to tell. */
  readonly left: () => number | undefined;
}

/** How fast what was done is forgotten, in milliseconds: of work that long ago a third still counts. Longer is steadier, and later to see a change. */
const MEMORY = 20_000;

/** The first items, or so many milliseconds with fewer, have the start of threads and of their compilers in them, and do not count. */
const WARM_ITEMS = 10;
const WARM_TIME = 10_000;

/** Least time that says something, in milliseconds. */
const LEAST_TIME = 500;

/** An estimate for work of a total amount, in whatever unit. The rate is a mean that forgets exponentially. */
export function createTimeEstimate(total: number): TimeEstimate {
  let [items, done, first, last] = [0, 0, 0, 0];
  /** Amount and time, both with what is long ago at less than its weight. */
  let [work, time] = [0, 0];
  return {
    advance: (amount, now) => {
      items += 1;
      done += amount;
      if (items === 1) first = now;
      if (items > WARM_ITEMS || now - first > WARM_TIME) {
        const step = Math.max(0, now - last);
        const kept = Math.exp(-step / MEMORY);
        work = work * kept + amount;
        time = time * kept + step;
      }
      last = now;
    },
    left: () => {
      if (time < LEAST_TIME || work === 0) return undefined;
      return (Math.max(0, total - done) * time) / work;
    },
  };
}
