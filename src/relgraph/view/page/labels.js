/** Put labels beside their marks, so that none lies over another. */

/**
 * @typedef {import("./room.js").Room} Room
 * @typedef {import("./room.js").Box} Box
 * @typedef {import("./graph.js").GraphNode} GraphNode
 * @typedef {import("./curve.js").Curve} Curve
 * @typedef {{node: GraphNode, size: number, weight: number, align: CanvasTextAlign, x: number,
 *   y: number}} Label  y is that of the first line's middle
 */

import { pointOn } from "./curve.js";

const LINE = 1.22;
const GAP_TO_MARK = 4;
const FREE_LOOK = 2; // a place this much better is worth leaving the usual side

/** @type {Map<string, number>} */
const widths = new Map();

/**
 * @param {CanvasRenderingContext2D} ink  with its font set
 * @param {string} text
 */
export function widthOf(ink, text) {
  const key = `${ink.font}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = ink.measureText(text).width;
  widths.set(key, width);
  return width;
}

/**
 * Find the best free place for a node's label; null where there is none.
 * @param {GraphNode} node
 * @param {{x: number, y: number, radius: number}} at
 * @param {{width: number, size: number, weight: number}} type
 * @param {Room} room
 * @returns {Label | null}
 */
export function placeLabel(node, at, type, room) {
  const height = type.size * LINE * node.lines.length;
  const beside = at.radius + GAP_TO_MARK;
  const slant = at.radius * 0.75 + 1;
  /** @type {["left" | "center" | "right", number, number][]} alignment, x and the top, from the mark */
  const places = [
    ["left", beside, -height / 2],
    ["right", -beside, -height / 2],
    ["center", 0, beside - 1],
    ["center", 0, -beside - height + 1],
    ["left", slant, slant - 2],
    ["left", slant, -slant - height + 2],
    ["right", -slant, slant - 2],
    ["right", -slant, -slant - height + 2],
    ["center", type.width * 0.3, beside - 1],
    ["center", type.width * -0.3, beside - 1],
    ["center", type.width * 0.3, -beside - height + 1],
    ["center", type.width * -0.3, -beside - height + 1],
  ];
  let best = null;
  let least = Infinity;
  for (const [order, [align, dx, dy]] of places.entries()) {
    const shift = { left: 0, center: type.width / 2, right: type.width }[align];
    const left = at.x + dx - shift;
    const top = at.y + dy;
    const box = { left: left - 2, top, right: left + type.width + 2, bottom: top + height };
    if (!room.isFree(box)) continue;
    const cost = room.crossings(box) + order / FREE_LOOK;
    if (cost < least) {
      least = cost;
      best = { box, align, x: at.x + dx, y: top + (type.size * LINE) / 2 };
    }
  }
  if (!best) return null;
  room.take(best.box);
  return { node, size: type.size, weight: type.weight, align: best.align, x: best.x, y: best.y };
}

/**
 * Write a label, with a rim of the ground's colour around it.
 * @param {CanvasRenderingContext2D} ink
 * @param {Label} label
 * @param {{ink: string, ground: string, font: string}} theme
 */
export function drawLabel(ink, label, theme) {
  ink.font = `${label.weight} ${label.size}px ${theme.font}`;
  ink.textAlign = label.align;
  ink.lineWidth = 3.5;
  ink.strokeStyle = theme.ground;
  ink.fillStyle = theme.ink;
  label.node.lines.forEach((line, place) => {
    const y = label.y + place * label.size * LINE;
    ink.strokeText(line, label.x, y);
    ink.fillText(line, label.x, y);
  });
}

/**
 * Find room for *text* along the middle of a curve; null where it does not fit.
 * @param {Curve} curve
 * @param {number} width
 * @param {Room} room
 */
export function placeAlong(curve, width, room) {
  const middle = pointOn(curve, 0.5);
  const [dx, dy] = [curve.bx - curve.ax, curve.by - curve.ay];
  if (Math.hypot(dx, dy) < width + 26) return null;
  let angle = Math.atan2(dy, dx);
  if (angle > Math.PI / 2) angle -= Math.PI;
  if (angle <= -Math.PI / 2) angle += Math.PI;
  // A slanted label is as good as covered by small upright squares along it.
  const count = Math.max(2, Math.ceil(width / 10));
  const squares = Array.from({ length: count }, (_, i) => {
    const along = ((i + 0.5) / count - 0.5) * width;
    const [x, y] = [middle.x + along * Math.cos(angle), middle.y + along * Math.sin(angle)];
    return { left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 };
  });
  if (!squares.every(room.isFree)) return null;
  squares.forEach(room.take);
  return { x: middle.x, y: middle.y, angle, width };
}
