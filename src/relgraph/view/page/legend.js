/** The legend: what the marks mean, how many there are, and which of them to show. */

import { button, byId, make, mark, stroke } from "./dom.js";

const SHOWN_AT_FIRST = 6;
const MODALITIES = [
  { name: "asserted", label: "happened", dashes: "" },
  { name: "planned", label: "planned", dashes: "5 4" },
  { name: "negated", label: "did not happen", dashes: "1 4" },
];

/**
 * @param {import("./graph.js").Graph} graph
 * @param {import("./state.js").State} state
 * @param {() => import("./theme.js").Theme} theme
 */
export function makeLegend(graph, state, theme) {
  const legend = byId("legend");
  const toggle = byId("legend-toggle");
  let showsAll = false;
  toggle.addEventListener("click", () => {
    const open = document.body.classList.toggle("legend-open");
    toggle.setAttribute("aria-expanded", String(open));
  });

  /**
   * @param {"kind" | "relation" | "modality"} what
   * @param {{name: string, label: string, count: number, picture: Node, tip?: string}} row
   */
  function row(what, { name, label, count, picture, tip = "" }) {
    const attributes = {
      "aria-pressed": String(!state.hides(what, name)),
      title: tip,
      id: `${what}-${name}`,
    };
    const number = make("span", { class: "count" }, count.toLocaleString("en"));
    return button(attributes, () => state.toggle(what, name), picture, make("span", {}, label), number);
  }

  function render() {
    const colours = theme();
    const focused = document.activeElement?.id;
    const kinds = graph.kinds.map((kind) => ({
      ...kind,
      tip: kind.definition,
      count: graph.nodes.filter((node) => node.kind === kind).length,
      picture: mark(kind.shape, colours.own(kind.colour)),
    }));
    const relations = graph.relations.map((relation) => ({
      ...relation,
      tip: relation.definition,
      count: graph.edges.filter((edge) => edge.relation === relation).length,
      picture: stroke(colours.own(relation.colour)),
    }));
    const modalities = MODALITIES.map((modality) => ({
      ...modality,
      count: graph.edges.filter((edge) => edge.modality === modality.name).length,
      picture: stroke(colours.quiet, modality.dashes),
    })).filter(({ count }) => count);
    kinds.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "en"));
    relations.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "en"));
    const listed = showsAll ? relations : relations.slice(0, SHOWN_AT_FIRST);
    const rest = relations.length - listed.length;
    const more = button({ class: "more", id: "more" }, expand, `${rest} more`);

    legend.replaceChildren(
      make("h2", {}, "Who and what"),
      ...kinds.map((kind) => row("kind", kind)),
      ...(relations.length ? [make("h2", {}, "Relations")] : []),
      ...listed.map((relation) => row("relation", relation)),
      ...(rest > 0 ? [more] : []),
      ...(modalities.length > 1 ? [make("h2", {}, "As reported")] : []),
      ...(modalities.length > 1 ? modalities.map((modality) => row("modality", modality)) : []),
      ...(graph.caption ? [make("p", { class: "caption" }, graph.caption)] : []),
    );
    // Rendering anew would throw the keyboard out of the legend.
    const again = focused ? document.getElementById(focused) : null;
    if (again && legend.contains(again)) again.focus();
  }

  function expand() {
    showsAll = true;
    render();
  }

  return render;
}
