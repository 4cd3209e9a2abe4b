/** Put the page together. */

import { makeCamera } from "./camera.js";
import { byId, icon } from "./dom.js";
import { readGraph } from "./graph.js";
import { makeLegend } from "./legend.js";
import { paint } from "./paint.js";
import { makePanel } from "./panel.js";
import { listenToPointer } from "./pointer.js";
import { makeSearch } from "./search.js";
import { makeState } from "./state.js";
import { readTheme, switchTheme } from "./theme.js";
import { makeTimeline } from "./timeline.js";

const ZOOM_STEP = 1.35;
const CLOSEST = { all: 1.6, chosen: 2 };
const NARROW = "(max-width: 760px)";
const ICONS = {
  "zoom-in": "M8 3V13M3 8H13",
  "zoom-out": "M3 8H13",
  fit: "M2 6V2H6M10 2H14V6M14 10V14H10M6 14H2V10",
  list: "M2 4H3M6 4H14M2 8H3M6 8H14M2 12H3M6 12H14",
  theme: "M13 9.5A5.5 5.5 0 1 1 6.5 3A4.5 4.5 0 0 0 13 9.5Z",
};

const graph = readGraph(byId("graph").textContent ?? "");
const canvas = /** @type {HTMLCanvasElement} */ (byId("network"));
const ink = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
const state = makeState(graph);
const camera = makeCamera(() => schedule(), graph.nodes.length);
let theme = readTheme();
let frame = 0;
/** @type {import("./paint.js").Scene} */
let scene = { curves: [], labels: [] };

byId("title").textContent = graph.title;
byId("subtitle").textContent = graph.subtitle;
byId("empty").hidden = graph.nodes.length > 0;
document.body.classList.toggle("is-empty", !graph.nodes.length);
for (const [id, line] of Object.entries(ICONS)) byId(id).append(icon(line));

// The plane is laid out for a screen that lies; on one that stands it is turned.
if (innerHeight > innerWidth * 1.2) {
  for (const node of graph.nodes) [node.x, node.y] = [-node.y, node.x];
}
const legend = makeLegend(graph, state, () => theme);
const panel = makePanel(graph, state, () => theme);
const timeline = makeTimeline(graph, state, () => theme);
makeSearch(graph, chooseNode, () => theme);
listenToPointer(canvas, { graph, state, camera, scene: () => scene, redraw: schedule, showAll });

/** @param {import("./graph.js").GraphNode} node */
function chooseNode(node) {
  state.reveal(node);
  state.choose({ node });
}

function schedule() {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(draw);
}

function draw() {
  const walls = ["top", "legend", "legend-toggle", "panel", "tools", "time"].flatMap((id) => {
    const box = byId(id).getBoundingClientRect();
    return box.width ? [box] : [];
  });
  scene = paint(ink, { graph, state, camera, theme }, walls);
  // For whoever drives the page from outside: tests, and the picture in the README.
  document.documentElement.dataset.labels = `${scene.labels.length}/${graph.nodes.length}`;
}

/** How much of the canvas lies under the cards around it. */
function insets() {
  const narrow = matchMedia(NARROW).matches;
  const [top, time] = [byId("top"), byId("time")].map((card) => card.getBoundingClientRect());
  const under = { left: 60, right: 90, top: 36, bottom: 40 };
  const beside = byId("panel").getBoundingClientRect();
  if (narrow) {
    const sheet = beside.height || time.height;
    return { left: 40, right: 64, top: top.bottom + 34, bottom: sheet + 40 };
  }
  under.left += byId("legend").getBoundingClientRect().right;
  under.right += beside.width ? beside.width + 24 : 20;
  under.bottom += time.height;
  return under;
}

function showAll() {
  const shown = graph.nodes.filter(state.showsNode);
  camera.fit(shown, insets(), { glide: true, most: CLOSEST.all });
}

/** Bring what was chosen into view, with what it touches. */
function showChosen() {
  const { node, edge } = state.chosen;
  const edges = edge
    ? graph.edges.filter(({ statement }) => statement === edge.statement)
    : (node?.edges ?? []).filter(state.showsEdge);
  const ends = edges.flatMap(({ source, target }) => [source, target]);
  const points = node ? [node, ...ends] : ends;
  camera.fit(points, insets(), { glide: true, most: CLOSEST.chosen });
}

let before = state.chosen;
state.onChange((why) => {
  if (why !== "hover") panel.render();
  if (why === "filter") {
    legend();
    timeline();
  }
  if (state.chosen !== before) {
    before = state.chosen;
    remember();
    if (before.node || before.edge) showChosen();
  }
  schedule();
});

/** Keep the node that is looked at in the address, so that a link leads back to it. */
function remember() {
  // In a notebook's frame there is no address to keep it in.
  if (location.protocol === "about:") return;
  const { node } = state.chosen;
  history.replaceState(null, "", node ? `#${encodeURIComponent(node.id)}` : "#");
}

function resize() {
  camera.width = innerWidth;
  camera.height = innerHeight;
  canvas.width = innerWidth * devicePixelRatio;
  canvas.height = innerHeight * devicePixelRatio;
  timeline();
  schedule();
  const all = graph.nodes.filter(state.showsNode);
  camera.fit(all, insets(), { glide: false, most: CLOSEST.all });
}

function retheme() {
  theme = readTheme();
  legend();
  panel.render();
  timeline();
  schedule();
}

byId("zoom-in").addEventListener("click", () => camera.zoomBy(ZOOM_STEP));
byId("zoom-out").addEventListener("click", () => camera.zoomBy(1 / ZOOM_STEP));
byId("fit").addEventListener("click", showAll);
byId("list").addEventListener("click", panel.list);
byId("theme").addEventListener("click", () => {
  switchTheme();
  retheme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", retheme);
addEventListener("resize", resize);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") panel.close();
});

legend();
resize();
const asked = location.hash.slice(1);
const linked = graph.nodes.find((node) => encodeURIComponent(node.id) === asked);
if (linked) chooseNode(linked);
document.documentElement.dataset.ready = "true";
