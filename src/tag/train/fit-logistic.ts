/**
 * fitLogistic: logistic regression on sparse rows.
 *
 * @module
 */

/** Rows of a sparse matrix, one after the other. */
export interface SparseRows {
  /** Where each row begins in `columns` and `values`; one more than there are rows. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly width: number;
}

/** Options of {@link fitLogistic}. */
export interface FitLogisticOptions {
  /** Weight of ½ Σ w² beside the loss; above 0. Raising it makes weights smaller. The bias is not held down. */
  readonly l2: number;
  /** At most so many steps. */
  readonly iterations: number;
}

/** What was fitted: the logit of a row is `bias` plus the products with `weights`. */
export interface LogisticFit {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * The weights that give the least Σ weight · log(1 + exp(∓logit)) + l2 · ½ Σ w², by L-BFGS.
 *
 * Liu & Nocedal (1989): On the limited memory BFGS method for large scale optimization. Deterministic. Each step takes O(values).
 * Where all outcomes are alike nothing tells them apart: the weights are 0, and the bias is the log-odds of the share with half a case added on either side.
 */
export function fitLogistic(
  rows: SparseRows,
  outcomes: Uint8Array,
  rowWeights: Float64Array,
  { l2, iterations }: FitLogisticOptions,
): LogisticFit {
  const { width } = rows;
  const point = new Float64Array(width + 1);
  point[width] = startBias(outcomes, rowWeights);
  if (outcomes.includes(0) && outcomes.includes(1))
    minimize(createLoss(rows, outcomes, rowWeights, l2), point, iterations);
  return { weights: point.subarray(0, width), bias: point[width] ?? 0 };
}

/** The logit of the share of positive outcomes. */
function startBias(outcomes: Uint8Array, rowWeights: Float64Array): number {
  let positive = 0.5;
  let all = 1;
  outcomes.forEach((outcome, row) => {
    const weight = rowWeights[row] ?? 0;
    all += weight;
    if (outcome === 1) positive += weight;
  });
  return Math.log(positive / (all - positive));
}

/** Gives the loss at a point and writes its gradient. */
type Loss = (point: Float64Array, gradient: Float64Array) => number;

function createLoss(
  { starts, columns, values, width }: SparseRows,
  outcomes: Uint8Array,
  rowWeights: Float64Array,
  l2: number,
): Loss {
  return (point, gradient) => {
    let loss = 0;
    for (let i = 0; i < width; i += 1) {
      const weight = point[i] ?? 0;
      loss += 0.5 * l2 * weight * weight;
      gradient[i] = l2 * weight;
    }
    gradient[width] = 0;
    for (let row = 0; row < outcomes.length; row += 1) {
      const from = starts[row] ?? 0;
      const to = starts[row + 1] ?? 0;
      let logit = point[width] ?? 0;
      for (let i = from; i < to; i += 1) logit += (values[i] ?? 0) * (point[columns[i] ?? 0] ?? 0);
      const weight = rowWeights[row] ?? 0;
      const outcome = outcomes[row] ?? 0;
      loss +=
        weight * (Math.max(0, logit) - outcome * logit + Math.log1p(Math.exp(-Math.abs(logit))));
      const error = weight * (1 / (1 + Math.exp(-logit)) - outcome);
      for (let i = from; i < to; i += 1) {
        const column = columns[i] ?? 0;
        gradient[column] = (gradient[column] ?? 0) + error * (values[i] ?? 0);
      }
      gradient[width] = (gradient[width] ?? 0) + error;
    }
    return loss;
  };
}

/** Steps that the estimate of curvature remembers. */
const MEMORY = 8;
/** A step that lowers the loss by less than this share of it is the last. */
const TOLERANCE = 1e-7;
const MAX_HALVINGS = 30;

interface Step {
  readonly move: Float64Array;
  readonly turn: Float64Array;
  readonly rho: number;
}

/** Moves the point to where the loss is least. */
function minimize(loss: Loss, point: Float64Array, iterations: number): void {
  const history: Step[] = [];
  let gradient: Float64Array = new Float64Array(point.length);
  let value = loss(point, gradient);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const direction = findDirection(gradient, history);
    const found = searchLine(loss, { point, value, gradient, direction }, iteration === 0);
    if (found === undefined) return;
    remember(history, point, gradient, found);
    point.set(found.point);
    gradient = found.gradient;
    const gain = value - found.value;
    value = found.value;
    if (gain <= TOLERANCE * Math.abs(value)) return;
  }
}

function findDirection(gradient: Float64Array, history: readonly Step[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const alphas: number[] = [];
  for (const { move, turn, rho } of [...history].reverse()) {
    const alpha = rho * dot(move, direction);
    alphas.unshift(alpha);
    addScaled(direction, turn, -alpha);
  }
  const last = history.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.turn, last.turn));
    for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] ?? 0) * scale;
  }
  history.forEach(({ move, turn, rho }, i) => {
    addScaled(direction, move, (alphas[i] ?? 0) - rho * dot(turn, direction));
  });
  return direction;
}

interface LinePoint {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

/** Halves the step until the loss falls enough (Armijo); undefined where it does not. */
function searchLine(
  loss: Loss,
  from: LinePoint & { readonly direction: Float64Array },
  isFirst: boolean,
): LinePoint | undefined {
  const slope = dot(from.gradient, from.direction);
  if (!(slope < 0)) return undefined;
  const gradient = new Float64Array(from.point.length);
  let size = isFirst ? Math.min(1, 1 / Math.sqrt(dot(from.gradient, from.gradient))) : 1;
  for (let halving = 0; halving < MAX_HALVINGS; halving += 1) {
    const point = from.point.slice();
    addScaled(point, from.direction, size);
    const value = loss(point, gradient);
    if (value <= from.value + 1e-4 * size * slope) return { point, value, gradient };
    size /= 2;
  }
  return undefined;
}

function remember(
  history: Step[],
  point: Float64Array,
  gradient: Float64Array,
  found: LinePoint,
): void {
  const move = found.point.map((value, i) => value - (point[i] ?? 0));
  const turn = found.gradient.map((value, i) => value - (gradient[i] ?? 0));
  const product = dot(move, turn);
  if (product <= 1e-12) return;
  history.push({ move, turn, rho: 1 / product });
  if (history.length > MEMORY) history.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addScaled(to: Float64Array, add: Float64Array, scale: number): void {
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i] ?? 0) + scale * (add[i] ?? 0);
}
