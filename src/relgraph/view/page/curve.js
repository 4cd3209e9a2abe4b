/** The curve that an edge takes across the screen. */

/**
 * @typedef {import("./graph.js").GraphEdge} GraphEdge
 * @typedef {import("./camera.js").Camera} Camera
 * @typedef {{edge: GraphEdge, ax: number, ay: number, cx: number, cy: number, bx: number,
 *   by: number}} Curve  a quadratic from a to b, drawn towards c
 */

const GAP = 3; // between a mark and the edge that ends there
const STEPS = 14;

/**
 * @param {GraphEdge} edge
 * @param {Camera} camera
 * @returns {Curve}
 */
export function curveOf(edge, camera) {
  const from = camera.toScreen(edge.source);
  const to = camera.toScreen(edge.target);
  const [startRadius, endRadius] = [edge.source, edge.target].map(
    (node) => node.radius * camera.scale() + GAP,
  );
  if (edge.source === edge.target) {
    const height = startRadius * (3.5 + Math.abs(edge.bend));
    const ends = { ay: from.y - startRadius * 0.6, by: from.y - startRadius * 0.6 };
    const sides = { ax: from.x - startRadius * 0.7, bx: from.x + startRadius * 0.7 };
    return { edge, ...sides, ...ends, cx: from.x, cy: from.y - height };
  }
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  // The control point of a quadratic lies twice as far out as the curve goes.
  const away = 2 * edge.bend * Math.min(44, Math.max(16, length * 0.16));
  const cx = (from.x + to.x) / 2 - (dy / length) * away;
  const cy = (from.y + to.y) / 2 + (dx / length) * away;
  const [a, b] = [towards(from, cx, cy, startRadius), towards(to, cx, cy, endRadius)];
  return { edge, ax: a.x, ay: a.y, cx, cy, bx: b.x, by: b.y };
}

/**
 * @param {Curve} curve
 * @param {number} t
 */
export function pointOn(curve, t) {
  const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return {
    x: p * curve.ax + q * curve.cx + r * curve.bx,
    y: p * curve.ay + q * curve.cy + r * curve.by,
  };
}

/**
 * How far a point of the screen is from the curve.
 * @param {Curve} curve
 * @param {number} x
 * @param {number} y
 */
export function distanceTo(curve, x, y) {
  let least = Infinity;
  let last = pointOn(curve, 0);
  for (let step = 1; step <= STEPS; step++) {
    const next = pointOn(curve, step / STEPS);
    const [dx, dy] = [next.x - last.x, next.y - last.y];
    const along = ((x - last.x) * dx + (y - last.y) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(last.x + t * dx - x, last.y + t * dy - y));
    last = next;
  }
  return least;
}

/**
 * @param {{x: number, y: number}} from
 * @param {number} x
 * @param {number} y
 * @param {number} far
 */
function towards(from, x, y, far) {
  const length = Math.hypot(x - from.x, y - from.y) || 1;
  return { x: from.x + ((x - from.x) / length) * far, y: from.y + ((y - from.y) / length) * far };
}
