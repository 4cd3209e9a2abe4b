/** Find an entity by its name or one of its aliases. */

import { byId, make, mark, words } from "./dom.js";

const MOST = 8;

/**
 * @typedef {import("./graph.js").GraphNode} GraphNode
 * @typedef {{node: GraphNode, name: string, rank: number}} Hit
 */

/**
 * Spell without case, accents and punctuation.
 * @param {string} text
 */
export function fold(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/**
 * Return the nodes that *query* may mean, best first: a whole name, its beginning, the beginning
 * of a word of it, then anywhere; names before aliases, the better connected before the others.
 * @param {GraphNode[]} nodes
 * @param {string} query
 * @returns {Hit[]}
 */
export function find(nodes, query) {
  const wanted = fold(query);
  if (!wanted) return [];
  /** @type {Hit[]} */
  const hits = [];
  for (const node of nodes) {
    let best = { node, name: "", rank: Infinity };
    [node.label, ...node.aliases].forEach((name, place) => {
      const folded = fold(name);
      const at = ` ${folded}`.indexOf(` ${wanted}`);
      const inside = folded.includes(wanted) ? 3 : Infinity;
      const rank = (folded === wanted ? 0 : at === 0 ? 1 : at > 0 ? 2 : inside) + (place ? 0.5 : 0);
      if (rank < best.rank) best = { node, name, rank };
    });
    if (best.rank < Infinity) hits.push(best);
  }
  return hits
    .sort((a, b) => a.rank - b.rank || b.node.edges.length - a.node.edges.length)
    .slice(0, MOST);
}

/**
 * @param {import("./graph.js").Graph} graph
 * @param {(node: GraphNode) => void} choose
 * @param {() => import("./theme.js").Theme} theme
 */
export function makeSearch(graph, choose, theme) {
  const box = /** @type {HTMLInputElement} */ (byId("search"));
  const list = byId("suggestions");
  /** @type {Hit[]} */
  let hits = [];
  let active = 0;

  function close() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  /** @param {Hit} hit */
  function take(hit) {
    box.value = "";
    close();
    choose(hit.node);
  }

  function render() {
    const asked = Boolean(fold(box.value));
    list.replaceChildren(
      ...hits.map((hit, place) => {
        const item = make(
          "li",
          { role: "option", id: `hit-${place}`, "aria-selected": String(place === active) },
          mark(hit.node.kind.shape, theme().own(hit.node.kind.colour)),
          words(hit.node.label),
        );
        if (hit.name !== hit.node.label) {
          item.append(make("span", { class: "alias", dir: "auto" }, hit.name));
        }
        // Before the box loses the focus, which would close the list.
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(hit);
        });
        return item;
      }),
      ...(asked && !hits.length ? [make("li", { class: "none" }, "Nothing has that name")] : []),
    );
    list.hidden = !asked;
    box.setAttribute("aria-expanded", String(asked));
    if (hits.length) box.setAttribute("aria-activedescendant", `hit-${active}`);
    else box.removeAttribute("aria-activedescendant");
  }

  box.addEventListener("input", () => {
    hits = find(graph.nodes, box.value);
    active = 0;
    render();
  });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.value) {
      event.stopPropagation();
      box.value = "";
      close();
    } else if (event.key === "Enter" && hits.length && !list.hidden) {
      take(hits[active]);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && hits.length) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : hits.length - 1;
      active = (active + step) % hits.length;
      render();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || document.activeElement === box) return;
    event.preventDefault();
    box.focus();
  });
}
