/** Draw the network. */

import { curveOf, pointOn } from "./curve.js";
import { drawLabel, placeAlong, placeLabel, widthOf } from "./labels.js";
import { makeRoom } from "./room.js";
import { drawMark } from "./shapes.js";

/**
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {import("./graph.js").GraphNode} GraphNode
 * @typedef {import("./graph.js").GraphEdge} GraphEdge
 * @typedef {import("./state.js").State} State
 * @typedef {import("./camera.js").Camera} Camera
 * @typedef {import("./theme.js").Theme} Theme
 * @typedef {import("./curve.js").Curve} Curve
 * @typedef {import("./labels.js").Label} Label
 * @typedef {{curves: Curve[], labels: Label[]}} Scene
 */

const FAINT = { chosen: 0.13, hovered: 0.25 };
const MOST_CURVES = 3000; // beyond, edges that are not lit are plain lines
const PLAIN = 0.5;
const BOW = 200; // how far a curve may go beyond its ends
const LEAST_RIM = 2.5; // pixels; the rim of a smaller mark would be most of it
const MOST_LABELS = { few: 600, many: 80 }; // tried in one frame
const SMALLER = 0.84; // for a label that finds no room at its own size
const MANY = 400; // marks on the screen, beyond which labels may lie over them
const MOST_EDGE_LABELS = 250;
const MOST_EDGES_MINDED = 1500; // beyond, labels do not try to keep off edges
/** @type {Record<string, number[]>} */
const DASHES = { asserted: [], planned: [6, 4], negated: [1.5, 4] };

/**
 * Draw everything, and return where it went, for the pointer.
 * @param {CanvasRenderingContext2D} ink
 * @param {{graph: Graph, state: State, camera: Camera, theme: Theme}} what
 * @param {import("./room.js").Box[]} walls  what lies over the canvas
 * @returns {Scene}
 */
export function paint(ink, { graph, state, camera, theme }, walls) {
  const ratio = devicePixelRatio || 1;
  ink.setTransform(ratio, 0, 0, ratio, 0, 0);
  ink.clearRect(0, 0, camera.width, camera.height);
  ink.lineJoin = ink.lineCap = "round";
  ink.textBaseline = "middle";

  const nodes = graph.nodes.filter(state.showsNode);
  const edges = graph.edges.filter((edge) => state.showsEdge(edge) && mayBeSeen(edge, camera));
  const lit = spotlight(state, edges);
  const chosen = spotlight({ ...state, hovered: {} }, edges);
  const curves = edges.map((edge) => curveOf(edge, camera));
  const how = { state, camera, theme, lit };
  const unlit = curves.filter((curve) => !lit.edges.has(curve.edge));
  if (unlit.length > MOST_CURVES) drawLines(ink, unlit, how);
  else for (const curve of unlit) drawEdge(ink, curve, how);
  for (const curve of curves) if (lit.edges.has(curve.edge)) drawEdge(ink, curve, how);
  ink.setLineDash([]);
  const ranked = graph.ranked.filter(state.showsNode);
  for (const node of ranked) drawNode(ink, node, how);

  const room = makeRoom(camera);
  walls.forEach(room.take);
  const inFront = nodes.filter((node) => !chosen.any || chosen.nodes.has(node));
  const seen = inFront.map(camera.toScreen).filter((at) => isOnScreen(at, camera)).length;
  for (const node of seen > MANY ? [] : inFront) {
    const { x, y } = camera.toScreen(node);
    const reach = node.radius * camera.scale() + 1;
    room.take({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
  }
  const minded = chosen.any ? curves.filter(({ edge }) => chosen.edges.has(edge)) : curves;
  if (minded.length <= MOST_EDGES_MINDED) minded.forEach((curve) => markCrossings(curve, room));
  const most = seen > MANY ? MOST_LABELS.many : MOST_LABELS.few;
  const labels = layLabels(ink, ranked, { camera, theme, room, lit, chosen, most });
  for (const label of labels) {
    ink.globalAlpha = !lit.any || lit.nodes.has(label.node) ? 1 : lit.faint * 1.5;
    drawLabel(ink, label, theme);
  }
  ink.globalAlpha = 1;
  if (lit.any || seen <= MANY) drawEdgeLabels(ink, curves, { theme, room, lit });
  return { curves, labels };
}

/**
 * @param {{x: number, y: number}} at
 * @param {Camera} camera
 */
function isOnScreen({ x, y }, camera) {
  return x > -20 && y > -20 && x < camera.width + 20 && y < camera.height + 20;
}

/**
 * Tell whether any of an edge may lie on the screen.
 * @param {GraphEdge} edge
 * @param {Camera} camera
 */
function mayBeSeen(edge, camera) {
  const [a, b] = [camera.toScreen(edge.source), camera.toScreen(edge.target)];
  const [left, right] = [Math.min(a.x, b.x) - BOW, Math.max(a.x, b.x) + BOW];
  const [top, bottom] = [Math.min(a.y, b.y) - BOW, Math.max(a.y, b.y) + BOW];
  return right > 0 && left < camera.width && bottom > 0 && top < camera.height;
}

/**
 * What hovering or choosing lights up; everything else grows faint.
 * @param {{hovered: import("./state.js").Choice, chosen: import("./state.js").Choice}} state
 * @param {GraphEdge[]} edges
 */
function spotlight(state, edges) {
  const pointed = state.hovered.node || state.hovered.edge ? state.hovered : state.chosen;
  const { node, edge } = pointed;
  const lit = edges.filter((other) =>
    node ? other.source === node || other.target === node : other.statement === edge?.statement,
  );
  const ends = lit.flatMap(({ source, target }) => [source, target]);
  const any = Boolean(node || edge);
  const faint = state.chosen.node || state.chosen.edge ? FAINT.chosen : FAINT.hovered;
  return { any, faint, node, edges: new Set(any ? lit : []), nodes: new Set(node ? [node, ...ends] : ends) };
}

/** @typedef {ReturnType<typeof spotlight>} Spotlight */

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {Curve} curve
 * @param {{camera: Camera, theme: Theme, lit: Spotlight}} how
 */
function drawEdge(ink, curve, { camera, theme, lit }) {
  const { edge } = curve;
  const isLit = lit.edges.has(edge);
  ink.globalAlpha = lit.any && !isLit ? lit.faint : 1;
  ink.strokeStyle = isLit ? theme.own(edge.relation.colour) : theme.edge(edge.relation.colour);
  ink.fillStyle = ink.strokeStyle;
  ink.lineWidth = isLit ? 2 : 1.15;
  ink.setLineDash(DASHES[edge.modality] ?? []);
  ink.beginPath();
  ink.moveTo(curve.ax, curve.ay);
  ink.quadraticCurveTo(curve.cx, curve.cy, curve.bx, curve.by);
  ink.stroke();
  if (edge.relation.symmetric) return;
  const angle = Math.atan2(curve.by - curve.cy, curve.bx - curve.cx);
  const size = (isLit ? 9 : 7.5) * Math.min(1, camera.scale());
  ink.beginPath();
  ink.moveTo(curve.bx + Math.cos(angle), curve.by + Math.sin(angle));
  for (const side of [-0.4, 0.4]) {
    ink.lineTo(curve.bx - size * Math.cos(angle + side), curve.by - size * Math.sin(angle + side));
  }
  ink.fill();
}

/**
 * Draw very many edges as lines, all of one colour at once.
 * @param {CanvasRenderingContext2D} ink
 * @param {Curve[]} curves
 * @param {{theme: Theme, lit: Spotlight}} how
 */
function drawLines(ink, curves, { theme, lit }) {
  ink.globalAlpha = lit.any ? lit.faint : PLAIN;
  ink.lineWidth = 0.6;
  ink.setLineDash([]);
  for (const relation of new Set(curves.map(({ edge }) => edge.relation))) {
    ink.strokeStyle = theme.edge(relation.colour);
    ink.beginPath();
    for (const curve of curves) {
      if (curve.edge.relation !== relation) continue;
      ink.moveTo(curve.ax, curve.ay);
      ink.lineTo(curve.bx, curve.by);
    }
    ink.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} ink
 * @param {GraphNode} node
 * @param {{state: State, camera: Camera, theme: Theme, lit: Spotlight}} how
 */
function drawNode(ink, node, { state, camera, theme, lit }) {
  const { x, y } = camera.toScreen(node);
  const radius = node.radius * camera.scale();
  if (x < -radius || y < -radius || x > camera.width + radius || y > camera.height + radius) return;
  ink.globalAlpha = lit.any && !lit.nodes.has(node) ? lit.faint : 1;
  if (node === state.chosen.node) {
    ink.lineWidth = 2.5;
    ink.strokeStyle = theme.accent;
    ink.beginPath();
    ink.arc(x, y, radius + 5, 0, 2 * Math.PI);
    ink.stroke();
  }
  const rim = radius > LEAST_RIM ? theme.ground : "";
  drawMark(ink, node.kind.shape, x, y, radius, theme.own(node.kind.colour), rim);
}

/**
 * @param {Curve} curve
 * @param {import("./room.js").Room} room
 */
function markCrossings(curve, room) {
  const steps = Math.ceil(Math.hypot(curve.bx - curve.ax, curve.by - curve.ay) / 14);
  for (let step = 1; step < Math.min(steps, 80); step++) {
    const { x, y } = pointOn(curve, step / steps);
    room.cross(x, y);
  }
}

/**
 * Place the labels, the foremost first. Hovering moves none of them.
 * @param {CanvasRenderingContext2D} ink
 * @param {GraphNode[]} ranked
 * @param {{camera: Camera, theme: Theme, room: import("./room.js").Room, lit: Spotlight,
 *   chosen: Spotlight, most: number}} how
 */
function layLabels(ink, ranked, { camera, theme, room, lit, chosen, most }) {
  const first = chosen.any ? ranked.filter((node) => chosen.nodes.has(node)) : ranked;
  first.sort((a, b) => Number(b === chosen.node) - Number(a === chosen.node));
  const pointed = chosen.any ? ranked.filter((n) => lit.nodes.has(n) && !chosen.nodes.has(n)) : [];
  const labels = [];
  let tried = 0;
  for (const node of [...first, ...pointed]) {
    const at = { ...camera.toScreen(node), radius: node.radius * camera.scale() };
    if (!isOnScreen(at, camera)) continue;
    if (++tried > most) break;
    const size = Math.min(15, 11 + node.radius * 0.22);
    const weight = node.radius > 12 || node === chosen.node ? 600 : 450;
    for (const fitted of [size, size * SMALLER]) {
      ink.font = `${weight} ${fitted}px ${theme.font}`;
      const width = Math.max(...node.lines.map((line) => widthOf(ink, line)));
      const label = placeLabel(node, at, { width, size: fitted, weight }, room);
      if (!label) continue;
      labels.push(label);
      break;
    }
  }
  return labels;
}

/**
 * Name the edges that have room for it, those that are lit first.
 * @param {CanvasRenderingContext2D} ink
 * @param {Curve[]} curves
 * @param {{theme: Theme, room: import("./room.js").Room, lit: Spotlight}} how
 */
function drawEdgeLabels(ink, curves, { theme, room, lit }) {
  const named = lit.any ? curves.filter((curve) => lit.edges.has(curve.edge)) : curves;
  ink.font = `italic 11px ${theme.font}`;
  ink.textAlign = "center";
  for (const curve of named.slice(0, MOST_EDGE_LABELS)) {
    const place = placeAlong(curve, widthOf(ink, curve.edge.label), room);
    if (!place) continue;
    ink.save();
    ink.translate(place.x, place.y);
    ink.rotate(place.angle);
    ink.fillStyle = theme.ground;
    ink.fillRect(-place.width / 2 - 3, -6, place.width + 6, 12);
    ink.fillStyle = theme.quiet;
    ink.fillText(curve.edge.label, 0, 0);
    ink.restore();
  }
}
