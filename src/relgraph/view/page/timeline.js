/** How many relations each month holds, and a brush to choose some of the months. */

import { button, byId } from "./dom.js";
import { monthName, monthNumber } from "./dates.js";

const BASELINE = 17; // room for the years below the bars
const FEW = 0.05; // of all, that may lie long before the rest
const LONG_BEFORE = 24; // months
const LEAST_YEAR_WIDTH = 34;

/**
 * Where a few things lie long before all others, count them into the first of the others: a bar
 * for 1998 would leave no room for this year's months. Returns how many there are.
 * @param {Map<number, number>} counts
 * @param {number[]} months  sorted
 */
function gather(counts, months) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let early = 0;
  for (const [at, month] of months.entries()) {
    early += counts.get(month) ?? 0;
    const next = months[at + 1];
    if (next === undefined || early > all * FEW) return 0;
    if (next - month <= LONG_BEFORE) continue;
    for (const old of months.slice(0, at + 1)) counts.delete(old);
    counts.set(next, (counts.get(next) ?? 0) + early);
    return early;
  }
  return 0;
}

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
  const months = [...counts.keys()].sort((a, b) => a - b);
  const early = gather(counts, months);
  // Room on both sides, so that the first and the last bar can be brushed.
  const first = (months.find((month) => counts.has(month)) ?? 0) - 1;
  const last = (months.at(-1) ?? 0) + 1;
  const least = early ? first + 1 : first;
  const span = last - first + 1;
  const isUseful = counts.size > 1;
  byId("time").hidden = !isUseful;
  document.body.classList.toggle("has-time", isUseful);
  if (!isUseful) return () => {};

  /** The months brushed, as far as the picture goes. @returns {[number, number] | null} */
  const shown = () => state.window && [Math.max(least, state.window[0]), state.window[1]];
  /**
   * @param {number} from
   * @param {number} to
   */
  const brush = (from, to) => state.brush([early && from <= least ? 0 : from, to]);
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
    brush(Math.min(anchor, here), Math.max(anchor, here));
  });
  canvas.addEventListener("pointerup", (event) => {
    const here = monthAt(event.offsetX);
    // A click takes the month, if it holds anything; else it clears.
    if (anchor === here && counts.has(here)) brush(here, here);
    else if (anchor === here) state.brush(null);
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
    const [from, to] = shown() ?? (step > 0 ? [first, first] : [last, last]);
    const [low, high] = event.shiftKey ? [from, to + step] : [from + step, to + step];
    if (low >= first && high <= last && low <= high) brush(low, high);
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
    const window = shown();
    if (window) {
      const [from, to] = window;
      ink.globalAlpha = 0.12;
      ink.fillStyle = colours.accent;
      ink.fillRect((from - first) * bar, 0, (to - from + 1) * bar, ground);
    }
    for (const [month, count] of counts) {
      const inside = !window || (month >= window[0] && month <= window[1]);
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
    const ends = window ?? [first + 1, last - 1];
    const range = [...new Set(ends.map(monthName))].join(" – ");
    const earlier = early && ends[0] <= first + 1;
    byId("time-range").textContent = earlier ? `${range}, and ${early} earlier` : range;
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
