/** Dots along an axis, piled up where they would lie on one another. */

export interface StackedDot {
  readonly x: number;
  /** The dot's middle above the axis. */
  readonly up: number;
  readonly radius: number;
}

const largestRadius = 11;
const smallestRadius = 4;

/**
 * A dot for each place of `xs` (CSS pixels), in columns as wide as a dot. The more pile up, the smaller they all are, so
 * that the highest pile stays within `height`; when that is not enough, piled dots cover one another.
 */
export function stackDots(xs: readonly number[], height: number): StackedDot[] {
  for (let radius = largestRadius; ; radius--) {
    const columns = new Map<number, number>();
    const places = xs.map((x) => {
      const column = Math.round(x / (2 * radius));
      const below = columns.get(column) ?? 0;
      columns.set(column, below + 1);
      return { x: column * 2 * radius, below };
    });
    const highest = Math.max(...columns.values(), 0);
    if (highest * 2 * radius > height && radius > smallestRadius) continue;
    const rise = Math.min(2 * radius, highest > 1 ? (height - 2 * radius) / (highest - 1) : 2 * radius);
    return places.map(({ x, below }) => ({ x, up: radius + below * rise, radius: radius - 1 }));
  }
}
