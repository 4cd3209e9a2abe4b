/** The panel beside the picture: what is known of the node or edge that was chosen. */

import { button, byId, icon, link, make, mark, words } from "./dom.js";
import { tell } from "./evidence.js";

/**
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {import("./graph.js").GraphNode} GraphNode
 * @typedef {import("./graph.js").GraphEdge} GraphEdge
 */

const MOST_STATEMENTS = 200;
const MOST_LISTED = 1000;
const CROSS = "M4 4L12 12M12 4L4 12";
const SOURCES = [
  { holds: "wikidata.org", name: "Wikidata" },
  { holds: "geonames.org", name: "GeoNames" },
];

/**
 * @param {Graph} graph
 * @param {import("./state.js").State} state
 * @param {() => import("./theme.js").Theme} theme
 */
export function makePanel(graph, state, theme) {
  const panel = byId("panel");
  let lists = false;
  /** @param {GraphNode} node */
  const choose = (node) => {
    state.reveal(node);
    state.choose({ node });
  };
  const close = () => {
    lists = false;
    state.choose({});
    byId("network").focus({ preventScroll: true });
  };

  /** @param {GraphNode} node */
  const picture = (node) => mark(node.kind.shape, theme().own(node.kind.colour));

  /** @param {GraphNode} node */
  function aboutNode(node) {
    const edges = node.edges.filter(state.showsEdge);
    const statements = byStatement(edges);
    const count = statements.length;
    const links = node.matches.map((match) => {
      const source = SOURCES.find(({ holds }) => match.includes(holds));
      return link(match, source?.name ?? match, " ↗");
    });
    const hidden = node.edges.length - edges.length;
    return [
      make("h2", { dir: "auto" }, node.label),
      make("p", { class: "kind" }, picture(node), `${node.kind.label} · ${relations(count)}`),
      ...(node.aliases.length ? [aliases(node)] : []),
      ...(links.length ? [make("p", { class: "links" }, ...links)] : []),
      ...statements.slice(0, MOST_STATEMENTS).map((some) => tell(some, node, choose)),
      ...(hidden ? [make("p", { class: "note" }, `${relations(hidden)} hidden by filters`)] : []),
    ];
  }

  /** @param {GraphEdge} edge */
  function aboutEdge(edge) {
    const together = graph.edges.filter(({ statement }) => statement === edge.statement);
    return [
      make("h2", {}, edge.relation.noun),
      make("p", { class: "kind" }, edge.relation.definition),
      tell(together, undefined, choose),
    ];
  }

  function everyone() {
    const nodes = graph.nodes.filter(state.showsNode);
    nodes.sort((a, b) => b.edges.length - a.edges.length || a.index - b.index);
    const rows = nodes.slice(0, MOST_LISTED).map((node) => {
      const number = make("span", { class: "count" }, String(node.edges.length));
      const row = button({}, () => choose(node), picture(node), words(node.label), number);
      return make("li", {}, row);
    });
    const kind = `${nodes.length.toLocaleString("en")} shown, the best connected first`;
    return [make("h2", {}, "Entities"), make("p", { class: "kind" }, kind), make("ol", {}, ...rows)];
  }

  /** What the panel shows now, so that hovering does not build it anew. */
  let shown = "";

  function render() {
    const { node, edge } = state.chosen;
    if (node || edge) lists = false;
    const open = Boolean(node || edge || lists);
    panel.hidden = !open;
    document.body.classList.toggle("panel-open", open);
    if (!open) {
      shown = "";
      return;
    }
    const key = `${node?.index}/${edge?.index}/${signature()}`;
    if (key === shown) return;
    const top = key.split("/", 2).join() === shown.split("/", 2).join() ? panel.scrollTop : 0;
    shown = key;
    const cross = button({ class: "close", "aria-label": "Close" }, close, icon(CROSS));
    const content = node ? aboutNode(node) : edge ? aboutEdge(edge) : everyone();
    const focused = panel.contains(document.activeElement);
    panel.replaceChildren(cross, ...content);
    // What had the keyboard is gone; it goes on from here, not from the top of the page.
    if (focused) panel.focus({ preventScroll: true });
    panel.scrollTop = top;
  }

  function signature() {
    return graph.edges.map((edge) => Number(state.showsEdge(edge))).join("") + theme().ground;
  }

  return {
    render,
    close,
    list() {
      state.choose({});
      lists = true;
      render();
      panel.focus({ preventScroll: true });
    },
  };
}

/**
 * Gather the edges of each event or state: first what somebody is, then what they did, the
 * latest first.
 * @param {GraphEdge[]} edges
 * @returns {GraphEdge[][]}
 */
function byStatement(edges) {
  /** @type {Map<string, GraphEdge[]>} */
  const groups = new Map();
  for (const edge of edges) {
    // "met" and "met in" are one event, and two sentences.
    const key = `${edge.statement} ${edge.label}`;
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  return [...groups.values()].sort(
    ([a], [b]) =>
      Number(b.relation.state) - Number(a.relation.state) ||
      (b.end > a.end ? 1 : b.end < a.end ? -1 : 0),
  );
}

/** @param {GraphNode} node */
function aliases(node) {
  const names = node.aliases.flatMap((alias, place) => [place ? ", " : "", words(alias)]);
  return make("p", { class: "aliases" }, "Also ", ...names);
}

/** @param {number} count */
function relations(count) {
  return count === 1 ? "1 relation" : `${count.toLocaleString("en")} relations`;
}
