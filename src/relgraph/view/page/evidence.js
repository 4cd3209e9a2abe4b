/** The sentences that say so, with the words that made us think so. */

import { button, link, make, words } from "./dom.js";
import { readableDate } from "./dates.js";

/**
 * @typedef {import("./graph.js").GraphNode} GraphNode
 * @typedef {import("./graph.js").GraphEdge} GraphEdge
 * @typedef {import("./graph.js").Quote} Quote
 */

const SHOWN_QUOTES = 2;
/** @type {Record<string, string>} */
const MODALITY = { planned: "Planned", negated: "Did not happen" };

/**
 * Tell one event or state, with its evidence.
 * @param {GraphEdge[]} edges  all of one statement
 * @param {GraphNode | undefined} about  the node whose panel this is
 * @param {(node: GraphNode) => void} choose
 */
export function tell(edges, about, choose) {
  const [edge] = edges;
  /** @param {GraphNode} node */
  const name = (node) =>
    node === about
      ? make("strong", { dir: "auto" }, node.label)
      : button({ class: "name", dir: "auto" }, () => choose(node), node.label);
  const [doers, others] = sides(edges, about);
  const sentence = make(
    "h3",
    {},
    ...listing(doers.map(name)),
    " ",
    make("span", { class: "relation" }, edge.label),
    " ",
    ...listing(others.map(name)),
  );
  const when = edge.date ? readableDate(edge.date) : "";
  const facts = [
    when && edge.relation.state ? `as of ${when}` : when,
    edge.place,
    edge.title && !edge.relation.state ? `“${edge.title}”` : edge.title,
    edge.topics.join(", "),
  ];
  const support = [
    `confidence ${Math.round(edge.confidence * 100)} %`,
    edge.reports === 1 ? "1 report" : `${edge.reports} reports`,
  ];
  const note = MODALITY[edge.modality];
  return make(
    "article",
    { class: `told ${edge.modality}` },
    sentence,
    make(
      "p",
      { class: "facts" },
      ...(note ? [make("span", { class: "chip" }, note)] : []),
      ...dotted(facts.filter(Boolean)),
    ),
    ...quotations(edge.quotes),
    make("p", { class: "support" }, support.join(" · ")),
  );
}

/**
 * Who did it and to whom, each once; between equals, the one we look at comes first.
 * @param {GraphEdge[]} edges
 * @param {GraphNode | undefined} about
 * @returns {[GraphNode[], GraphNode[]]}
 */
function sides(edges, about) {
  const sources = [...new Set(edges.map((edge) => edge.source))];
  const targets = [...new Set(edges.map((edge) => edge.target))];
  if (!sources.some((node) => targets.includes(node))) {
    const mutual = edges[0].relation.symmetric && about && targets.includes(about);
    return mutual ? [targets, sources] : [sources, targets];
  }
  const first = about ?? sources[0];
  return [[first], [...new Set([...sources, ...targets])].filter((node) => node !== first)];
}

/**
 * @param {Node[]} names
 * @returns {(Node | string)[]}
 */
function listing(names) {
  return names.flatMap((name, place) => {
    if (!place) return [name];
    return [place === names.length - 1 ? " and " : ", ", name];
  });
}

/**
 * @param {string[]} texts
 * @returns {(Node | string)[]}
 */
function dotted(texts) {
  return texts.flatMap((text, place) => (place ? [" · ", words(text)] : [words(text)]));
}

/**
 * Show the first sentences, and the others on demand.
 * @param {Quote[]} quotes
 * @returns {Node[]}
 */
function quotations(quotes) {
  const first = quotes.slice(0, SHOWN_QUOTES).map(quotation);
  const rest = quotes.slice(SHOWN_QUOTES);
  if (!rest.length) return first;
  const more = button({ class: "more" }, () => more.replaceWith(...rest.map(quotation)), "");
  more.textContent = rest.length === 1 ? "1 more sentence" : `${rest.length} more sentences`;
  return [...first, more];
}

/** @param {Quote} quote */
function quotation(quote) {
  const { headline, publisher, published, url } = quote.article;
  const source = [publisher, published && readableDate(published)].filter(Boolean);
  const title = headline || (url ? "source" : "");
  return make(
    "figure",
    {},
    make("blockquote", { dir: "auto" }, ...marked(quote)),
    make(
      "figcaption",
      {},
      ...(title ? [link(url, words(title), ...(url ? [" ↗"] : []))] : []),
      ...(title && source.length ? [" — "] : []),
      ...dotted(source),
    ),
  );
}

/**
 * Cut a sentence where its trigger and its names begin and end. Offsets count code points.
 * @param {Quote} quote
 * @returns {Node[]}
 */
export function marked(quote) {
  const letters = Array.from(quote.text);
  const spans = [{ tag: "mark", span: quote.trigger }].concat(
    quote.arguments.map((span) => ({ tag: "b", span })),
  );
  const cuts = new Set([0, letters.length, ...spans.flatMap(({ span }) => span)]);
  const ordered = [...cuts].filter((cut) => cut >= 0 && cut <= letters.length);
  ordered.sort((a, b) => a - b);
  return ordered.slice(1).map((end, place) => {
    const begin = ordered[place];
    /** @type {Node} */
    let piece = document.createTextNode(letters.slice(begin, end).join(""));
    for (const { tag, span } of spans) {
      if (span[0] <= begin && end <= span[1]) piece = make(tag, {}, piece);
    }
    return piece;
  });
}
