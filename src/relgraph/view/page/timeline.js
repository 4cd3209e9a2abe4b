/** How many relations each month holds, and a brush to choose some of the months. */

import { button, byId } from "./dom.js";
import { monthName, monthNumber } from "./dates.js";

const BASELINE = 17; // room for the years below the bars
const LEAST_YEAR_WIDTH = 34;

/**
 * @param {import("./graph.js").Graph} graph
 * @param {import("./state.js").State} state
 * @param {() => import("./theme.js").Theme} theme
 */
export function makeTimeline(graph, state, theme) {
  const canvas = /** @type {HTMLCanvasElement} */ (byId("histogram"));
  const ink = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const edge of graph.edges) {
    const month = monthNumber(edge.start);
    if (month !== null) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const months = [...counts.keys()];
  // Room on both sides, so that the first and the last bar can be brushed.
  const first = Math.min(...months) - 1;
  const last = Math.max(...months) + 1;
  const span = last - first + 1;
  const isUseful = counts.size > 1;
  byId("time").hidden = !isUseful;
  document.body.classList.toggle("has-time", isUseful);
  if (!isUseful) return () => {};

  /** @param {number} x */
  const monthAt = (x) => {
    const month = first + Math.floor((x / canvas.clientWidth) * span);
    return Math.min(last, Math.max(first, month));
  };
  /** @type {number | null} */
  let anchor = null;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    anchor = monthAt(event.offsetX);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (anchor === null) return;
    const here = monthAt(event.offsetX);
    state.brush([Math.min(anchor, here), Math.max(anchor, here)]);
  });
  canvas.addEventListener("pointerup", (event) => {
    const here = monthAt(event.offsetX);
    // A click takes the month, if it holds anything; else it clears.
    if (anchor === here) state.brush(counts.has(here) ? [here, here] : null);
    anchor = null;
  });
  canvas.addEventListener("dblclick", () => state.brush(null));
  canvas.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "Escape" && state.window) {
      event.stopPropagation();
      state.brush(null);
    }
    if (!step) return;
    event.preventDefault();
    const [from, to] = state.window ?? (step > 0 ? [first, first] : [last, last]);
    const [low, high] = event.shiftKey ? [from, to + step] : [from + step, to + step];
    if (low >= first && high <= last && low <= high) state.brush([low, high]);
  });
  byId("time-clear").replaceWith(
    button({ id: "time-clear", hidden: "" }, () => state.brush(null), "All dates"),
  );

  return function render() {
    const colours = theme();
    const ratio = devicePixelRatio || 1;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    ink.setTransform(ratio, 0, 0, ratio, 0, 0);
    const most = Math.max(...counts.values());
    const bar = width / span;
    const ground = height - BASELINE;
    if (state.window) {
      const [from, to] = state.window;
      ink.globalAlpha = 0.12;
      ink.fillStyle = colours.accent;
      ink.fillRect((from - first) * bar, 0, (to - from + 1) * bar, ground);
    }
    for (const [month, count] of counts) {
      const inside = !state.window || (month >= state.window[0] && month <= state.window[1]);
      ink.globalAlpha = inside ? 1 : 0.25;
      ink.fillStyle = colours.accent;
      const tall = Math.max(2, (ground - 2) * Math.sqrt(count / most));
      const wide = Math.min(26, Math.max(1.5, bar - 1.5));
      ink.beginPath();
      ink.roundRect((month - first + 0.5) * bar - wide / 2, ground - tall, wide, tall, [2, 2, 0, 0]);
      ink.fill();
    }
    ink.globalAlpha = 1;
    ink.fillStyle = colours.line;
    ink.fillRect(0, ground, width, 1);
    drawAxis(width, height, bar, colours);
    byId("time-range").textContent = state.window
      ? [...new Set(state.window.map(monthName))].join(" – ")
      : `${monthName(first + 1)} – ${monthName(last - 1)}`;
    byId("time-clear").hidden = !state.window;
  };

  /**
   * @param {number} width
   * @param {number} height
   * @param {number} bar
   * @param {import("./theme.js").Theme} colours
   */
  function drawAxis(width, height, bar, colours) {
    ink.font = `11px ${colours.font}`;
    ink.fillStyle = colours.quiet;
    ink.textBaseline = "alphabetic";
    ink.textAlign = "center";
    const monthly = bar >= LEAST_YEAR_WIDTH;
    const every = monthly ? 1 : Math.ceil(LEAST_YEAR_WIDTH / (bar * 12));
    for (let month = first; month <= last; month++) {
      const year = Math.floor(month / 12);
      if (!monthly && (month % 12 || year % every)) continue;
      const name = monthName(month);
      const text = monthly ? (month % 12 ? name.slice(0, 3) : name) : String(year);
      const x = (month - first + 0.5) * bar;
      if (x > 14 && x < width - 14) ink.fillText(text, x, height - 4);
    }
  }
}
