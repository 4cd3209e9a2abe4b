/** Read the graph that the page carries, and work out what never changes about it. */

/**
 * @typedef {{name: string, label: string, shape: string, colour: string, definition: string}} Kind
 * @typedef {{name: string, label: string, noun: string, colour: string, symmetric: boolean,
 *   state: boolean, definition: string}} Relation
 * @typedef {{headline: string, publisher: string, url: string, published: string}} Article
 * @typedef {{text: string, trigger: [number, number], arguments: [number, number][],
 *   article: Article}} Quote
 * @typedef {{index: number, id: string, kind: Kind, label: string, lines: string[],
 *   aliases: string[], matches: string[], x: number, y: number, radius: number,
 *   edges: GraphEdge[]}} GraphNode
 * @typedef {{index: number, source: GraphNode, target: GraphNode, relation: Relation,
 *   label: string, statement: number, start: string, end: string, date: string, title: string,
 *   place: string, topics: string[], modality: string, confidence: number, reports: number,
 *   quotes: Quote[], bend: number}} GraphEdge
 * @typedef {{title: string, subtitle: string, caption: string, kinds: Kind[],
 *   relations: Relation[], nodes: GraphNode[], edges: GraphEdge[], ranked: GraphNode[]}} Graph
 *
 * What payload.py writes: the same, with places in lists instead of the things themselves.
 * @typedef {Omit<Quote, "article"> & {article: number}} RawQuote
 * @typedef {Omit<GraphNode, "kind"> & {kind: number}} RawNode
 * @typedef {Omit<GraphEdge, "source" | "target" | "relation" | "quotes"> & {source: number,
 *   target: number, relation: number, quotes: number[]}} RawEdge
 * @typedef {Omit<Graph, "nodes" | "edges" | "ranked"> & {articles: Article[], quotes: RawQuote[],
 *   nodes: RawNode[], edges: RawEdge[]}} Raw
 */

const WRAP_AT = 24; // letters, as in layout.py
/** What payload.py leaves out of an edge. */
const USUAL = {
  start: "",
  end: "",
  date: "",
  title: "",
  place: "",
  topics: /** @type {string[]} */ ([]),
  modality: "asserted",
  reports: 1,
};
const LONE_BEND = 0.3;
const WIDEST_FAN = 5; // bends, however many edges share their ends
const RADIUS = { least: 5, grows: 2.2, most: 19 };

/**
 * @param {string} text
 * @returns {Graph}
 */
export function readGraph(text) {
  /** @type {Raw} */
  const raw = JSON.parse(text);
  const quotes = raw.quotes.map((quote) => ({ ...quote, article: raw.articles[quote.article] }));
  /** @type {GraphNode[]} */
  const nodes = raw.nodes.map((node, index) => ({
    ...node,
    index,
    kind: raw.kinds[node.kind],
    lines: wrapLabel(node.label),
    radius: 0,
    edges: [],
  }));
  /** @type {GraphEdge[]} */
  const edges = raw.edges.map((edge, index) => ({
    ...USUAL,
    ...edge,
    index,
    source: nodes[edge.source],
    target: nodes[edge.target],
    relation: raw.relations[edge.relation],
    quotes: edge.quotes.map((quote) => quotes[quote]),
    bend: 0,
  }));
  for (const edge of edges) {
    edge.source.edges.push(edge);
    if (edge.target !== edge.source) edge.target.edges.push(edge);
  }
  for (const node of nodes) {
    const radius = RADIUS.least + RADIUS.grows * Math.sqrt(node.edges.length);
    node.radius = Math.min(RADIUS.most, radius);
  }
  bendParallels(edges);
  const ranked = [...nodes].sort((a, b) => b.radius - a.radius || a.index - b.index);
  const { title, subtitle, caption, kinds, relations } = raw;
  return { title, subtitle, caption, kinds, relations, nodes, edges, ranked };
}

/**
 * Spread the edges between the same two nodes, so that each can be seen and clicked.
 * @param {GraphEdge[]} edges
 */
function bendParallels(edges) {
  /** @type {Map<string, GraphEdge[]>} */
  const bundles = new Map();
  for (const edge of edges) {
    const ends = [edge.source.index, edge.target.index].sort((a, b) => a - b).join();
    bundles.set(ends, [...(bundles.get(ends) ?? []), edge]);
  }
  for (const bundle of bundles.values()) {
    bundle.forEach((edge, place) => {
      const most = Math.min(1, WIDEST_FAN / (bundle.length - 1));
      const bend = bundle.length === 1 ? LONE_BEND : most * (place - (bundle.length - 1) / 2);
      // Bends are told from the lower end, or two opposite edges would lie on one another.
      edge.bend = edge.source.index <= edge.target.index ? bend : -bend;
    });
  }
}

/**
 * Break a long label into two lines of about the same length.
 * @param {string} label
 * @returns {string[]}
 */
export function wrapLabel(label) {
  if (label.length <= WRAP_AT) return [label];
  const middle = label.length / 2;
  const gaps = [...label.matchAll(/ /g)].map((gap) => gap.index ?? 0);
  gaps.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const lines = gaps.length ? [label.slice(0, gaps[0]), label.slice(gaps[0] + 1)] : [label];
  return lines.map((line) => shorten(line, 2 * WRAP_AT));
}

/**
 * @param {string} text
 * @param {number} most
 * @returns {string}
 */
export function shorten(text, most) {
  const letters = Array.from(text);
  return letters.length > most ? letters.slice(0, most - 1).join("") + "…" : text;
}
