/** Pan, zoom, drag, hover and choose, by mouse, finger and keyboard. */

import { distanceTo } from "./curve.js";

const CLICK_SLACK = 4; // pixels that a click may wander
const KEY_ZOOM = 1.35;
const PAN_STEP = 60;

/**
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Choice} Choice
 * @typedef {import("./camera.js").Camera} Camera
 */

/**
 * @param {HTMLElement} canvas
 * @param {{graph: Graph, state: State, camera: Camera, scene: () => import("./paint.js").Scene,
 *   redraw: () => void, showAll: () => void}} page
 */
export function listenToPointer(canvas, { graph, state, camera, scene, redraw, showAll }) {
  /** @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  /** @type {import("./graph.js").GraphNode | undefined} */
  let dragged;
  let wandered = 0;

  /**
   * @param {{x: number, y: number}} at
   * @param {number} slack
   * @returns {Choice}
   */
  function pick(at, slack) {
    let best = null;
    let least = slack;
    for (const node of graph.nodes) {
      if (!state.showsNode(node)) continue;
      const screen = camera.toScreen(node);
      const apart = Math.hypot(screen.x - at.x, screen.y - at.y) - node.radius * camera.scale();
      if (apart < least) [best, least] = [node, apart];
    }
    if (best) return { node: best };
    let nearest = null;
    least = slack;
    for (const curve of scene().curves) {
      const outside = (/** @type {number} */ at, /** @type {number[]} */ ...ends) =>
        at < Math.min(...ends) - slack || at > Math.max(...ends) + slack;
      if (outside(at.x, curve.ax, curve.cx, curve.bx)) continue;
      if (outside(at.y, curve.ay, curve.cy, curve.by)) continue;
      const apart = distanceTo(curve, at.x, at.y);
      if (apart < least) [nearest, least] = [curve.edge, apart];
    }
    return nearest ? { edge: nearest } : {};
  }

  /** @param {PointerEvent} event */
  const slackOf = (event) => (event.pointerType === "touch" ? 14 : 5);

  canvas.addEventListener("pointerdown", (event) => {
    const at = { x: event.offsetX, y: event.offsetY };
    down.set(event.pointerId, at);
    canvas.setPointerCapture(event.pointerId);
    wandered = down.size > 1 ? Infinity : 0;
    dragged = down.size > 1 ? undefined : pick(at, slackOf(event)).node;
  });

  canvas.addEventListener("pointermove", (event) => {
    const at = { x: event.offsetX, y: event.offsetY };
    const before = down.get(event.pointerId);
    if (!before) {
      const choice = pick(at, slackOf(event));
      canvas.style.cursor = choice.node || choice.edge ? "pointer" : "";
      state.hover(choice);
      return;
    }
    wandered += Math.hypot(at.x - before.x, at.y - before.y);
    if (wandered <= CLICK_SLACK) return;
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    down.set(event.pointerId, at);
    if (other) {
      const spread = Math.hypot(at.x - other.x, at.y - other.y);
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      camera.pan((at.x - before.x) / 2, (at.y - before.y) / 2);
      camera.zoomBy(spread / (was || 1), { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 });
    } else if (dragged) {
      Object.assign(dragged, camera.toPlane(at));
      redraw();
    } else {
      canvas.style.cursor = "grabbing";
      camera.pan(at.x - before.x, at.y - before.y);
    }
  });

  /** @param {PointerEvent} event */
  const release = (event) => {
    down.delete(event.pointerId);
    canvas.style.cursor = "";
    if (event.type === "pointerup" && wandered <= CLICK_SLACK) {
      state.choose(pick({ x: event.offsetX, y: event.offsetY }, slackOf(event)));
    }
    dragged = undefined;
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => state.hover({}));
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const factor = Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * 0.002);
      camera.zoomBy(factor, { x: event.offsetX, y: event.offsetY });
    },
    { passive: false },
  );
  canvas.addEventListener("keydown", (event) => {
    /** @type {Record<string, () => void>} */
    const acts = {
      ArrowLeft: () => camera.pan(PAN_STEP, 0),
      ArrowRight: () => camera.pan(-PAN_STEP, 0),
      ArrowUp: () => camera.pan(0, PAN_STEP),
      ArrowDown: () => camera.pan(0, -PAN_STEP),
      "+": () => camera.zoomBy(KEY_ZOOM),
      "=": () => camera.zoomBy(KEY_ZOOM),
      "-": () => camera.zoomBy(1 / KEY_ZOOM),
      0: showAll,
    };
    if (!Object.hasOwn(acts, event.key) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    acts[event.key]();
  });
}
