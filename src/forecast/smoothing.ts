/**
 * Exponential smoothing in its error-correction form (Hyndman and Athanasopoulos, fpp3, chapter 8), fitted by least
 * squares. Given the smoothing parameters, errors are linear in the first level and trend, so these have a closed form
 * and only the parameters are searched for, on a grid that is then refined.
 */

export interface Level {
  readonly level: number;
  /** How much of each error goes into the level, 0 to 1. */
  readonly alpha: number;
}

/** Simple exponential smoothing: the last level, and the parameter. Needs two values. */
export function smoothLevel(values: readonly number[]): Level {
  const run = (alpha: number) => {
    const first = bestFirstLevel(values, alpha);
    let level = first;
    let squares = 0;
    for (const value of values) {
      const error = value - level;
      squares += error * error;
      level += alpha * error;
    }
    return { squares, level, alpha };
  };
  let best = run(0.05);
  for (let step = 0.05; step > 0.0005; step /= 4) {
    const around = best.alpha;
    const tries = step === 0.05 ? 19 : 4;
    for (let index = -tries; index <= tries; index++) {
      const alpha = around + index * step;
      if (alpha < 0.005 || alpha > 0.995) continue;
      const fit = run(alpha);
      if (fit.squares < best.squares) best = fit;
    }
  }
  return { level: best.level, alpha: best.alpha };
}

/** The last level of simple exponential smoothing, which stays. Needs two values. */
export function level(values: readonly number[], horizon: number): number[] {
  return new Array(horizon).fill(smoothLevel(values).level);
}

function bestFirstLevel(values: readonly number[], alpha: number): number {
  let [level, share, products, squares] = [0, 1, 0, 0];
  for (const value of values) {
    const error = value - level;
    products += share * error;
    squares += share * share;
    level += alpha * error;
    share *= 1 - alpha;
  }
  return products / squares;
}

interface Trend {
  readonly squares: number;
  readonly level: number;
  readonly slope: number;
}

/** Holt's method with a damped trend (Gardner and McKenzie, 1985; fpp3, section 8.2). Needs four values. */
export function dampedTrend(values: readonly number[], horizon: number): number[] {
  let best = { alpha: 0.5, beta: 0.1, phi: 0.9, fit: fitTrend(values, 0.5, 0.05, 0.9) };
  const consider = (alpha: number, beta: number, phi: number) => {
    if (alpha < 0.001 || alpha > 0.999 || beta < 0.0001 || beta > 1 || phi < 0.8 || phi > 0.98) return;
    const fit = fitTrend(values, alpha, alpha * beta, phi);
    if (fit.squares < best.fit.squares) best = { alpha, beta, phi, fit };
  };
  for (const alpha of [0.05, 0.15, 0.3, 0.5, 0.7, 0.9]) {
    for (const beta of [0.0001, 0.05, 0.2, 0.5]) for (const phi of [0.8, 0.9, 0.98]) consider(alpha, beta, phi);
  }
  for (let step = 0.1; step > 0.01; step /= 2) {
    const { alpha, beta, phi } = best;
    for (const side of [-step, step]) {
      consider(alpha + side, beta, phi);
      consider(alpha, beta + side, phi);
      consider(alpha, beta, phi + side / 4);
    }
  }
  let [damping, sum] = [1, 0];
  return Array.from({ length: horizon }, () => {
    damping *= best.phi;
    sum += damping;
    return best.fit.level + sum * best.fit.slope;
  });
}

/** The best first level and slope for these parameters, by their normal equations, and where they lead. */
function fitTrend(values: readonly number[], alpha: number, beta: number, phi: number): Trend {
  // Errors of three runs at once: the values from a zero state, and the answers to a unit of level and of slope.
  let [level, slope, unitLevel, unitSlope, tiltLevel, tiltSlope] = [0, 0, 1, 0, 0, 1];
  let [ll, ls, ss, le, se] = [0, 0, 0, 0, 0];
  for (const value of values) {
    const unit = -(unitLevel + phi * unitSlope);
    const tilt = -(tiltLevel + phi * tiltSlope);
    const error = value - (level + phi * slope);
    ll += unit * unit;
    ls += unit * tilt;
    ss += tilt * tilt;
    le += unit * error;
    se += tilt * error;
    [level, slope] = [level + phi * slope + alpha * error, phi * slope + beta * error];
    [unitLevel, unitSlope] = [-unit + alpha * unit, phi * unitSlope + beta * unit];
    [tiltLevel, tiltSlope] = [-tilt + alpha * tilt, phi * tiltSlope + beta * tilt];
  }
  const determinant = ll * ss - ls * ls;
  const isFlat = determinant <= 1e-9 * ll * ss;
  let first = isFlat ? -le / ll : (ls * se - ss * le) / determinant;
  let tilt = isFlat ? 0 : (ls * le - ll * se) / determinant;
  let squares = 0;
  for (const value of values) {
    const next = first + phi * tilt;
    const error = value - next;
    squares += error * error;
    first = next + alpha * error;
    tilt = phi * tilt + beta * error;
  }
  return { squares, level: first, slope: tilt };
}
