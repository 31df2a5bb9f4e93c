/** The sign ₴ in a circle of radius 1 around the middle (y grows downwards), as strokes of one width. */
const CURVE = [
  [-0.4, -0.46],
  [-0.34, -0.6],
  [-0.2, -0.7],
  [0, -0.74],
  [0.2, -0.71],
  [0.35, -0.61],
  [0.42, -0.46],
  [0.4, -0.3],
  [0.3, -0.18],
  [-0.3, 0.18],
  [-0.4, 0.3],
  [-0.42, 0.46],
  [-0.35, 0.61],
  [-0.2, 0.71],
  [0, 0.74],
  [0.2, 0.7],
  [0.34, 0.6],
  [0.4, 0.46],
] as const;
const BARS = [-0.15, 0.15];
const HALF_BAR = 0.66;
const HALF_STROKE = 0.085;

export function inHryvniaSign(x: number, y: number): boolean {
  if (BARS.some((bar) => Math.abs(y - bar) <= HALF_STROKE * 0.8 && Math.abs(x) <= HALF_BAR)) return true;
  return CURVE.some((from, index) => {
    const to = CURVE[index + 1];
    return to !== undefined && distance([x, y], from, to) <= HALF_STROKE;
  });
}

type Point = readonly [number, number];

/** From a point to the nearest point of a stroke. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
