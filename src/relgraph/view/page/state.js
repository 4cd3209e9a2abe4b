/** What is shown, what is chosen, and who wants to know when that changes. */

import { monthNumber } from "./dates.js";

/**
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {import("./graph.js").GraphNode} GraphNode
 * @typedef {import("./graph.js").GraphEdge} GraphEdge
 * @typedef {{node?: GraphNode, edge?: GraphEdge}} Choice
 */

/** @param {Graph} graph */
export function makeState(graph) {
  const hidden = { kind: new Set(), relation: new Set(), modality: new Set(["negated"]) };
  /** @type {((why: "filter" | "choice" | "hover") => void)[]} */
  const listeners = [];
  /** @type {Uint8Array} */
  const nodeShown = new Uint8Array(graph.nodes.length);
  const edgeShown = new Uint8Array(graph.edges.length);

  const state = {
    /** @type {Choice} */
    chosen: {},
    /** @type {Choice} */
    hovered: {},
    /** The months brushed, both included. @type {[number, number] | null} */
    window: null,

    /** @param {(why: "filter" | "choice" | "hover") => void} listener */
    onChange: (listener) => listeners.push(listener),
    /** @param {GraphNode} node */
    showsNode: (node) => nodeShown[node.index] === 1,
    /** @param {GraphEdge} edge */
    showsEdge: (edge) => edgeShown[edge.index] === 1,
    /**
     * @param {"kind" | "relation" | "modality"} what
     * @param {string} name
     */
    hides: (what, name) => hidden[what].has(name),

    /**
     * @param {"kind" | "relation" | "modality"} what
     * @param {string} name
     */
    toggle(what, name) {
      if (!hidden[what].delete(name)) hidden[what].add(name);
      settle();
    },
    /** @param {Choice} choice */
    choose(choice) {
      state.chosen = choice;
      state.hovered = {};
      announce("choice");
    },
    /** @param {Choice} choice */
    hover(choice) {
      if (choice.node === state.hovered.node && choice.edge === state.hovered.edge) return;
      state.hovered = choice;
      announce("hover");
    },
    /** @param {[number, number] | null} months */
    brush(months) {
      state.window = months;
      settle();
    },
    /**
     * Show a node whatever is filtered, since somebody asked for it by name.
     * @param {GraphNode} node
     */
    reveal(node) {
      if (state.showsNode(node)) return;
      hidden.kind.delete(node.kind.name);
      if (!node.edges.some(passes)) state.window = null;
      if (!node.edges.some(passes)) {
        for (const edge of node.edges) {
          hidden.relation.delete(edge.relation.name);
          hidden.modality.delete(edge.modality);
          hidden.kind.delete(edge.source.kind.name);
          hidden.kind.delete(edge.target.kind.name);
        }
      }
      settle();
    },
  };

  /** @param {GraphEdge} edge */
  function passes(edge) {
    if (hidden.relation.has(edge.relation.name) || hidden.modality.has(edge.modality)) return false;
    if (hidden.kind.has(edge.source.kind.name) || hidden.kind.has(edge.target.kind.name)) {
      return false;
    }
    if (!state.window) return true;
    const [first, last] = [monthNumber(edge.start), monthNumber(edge.end)];
    if (first === null || last === null) return false;
    return first <= state.window[1] && last >= state.window[0];
  }

  function settle() {
    for (const edge of graph.edges) edgeShown[edge.index] = Number(passes(edge));
    for (const node of graph.nodes) {
      // A node that has lost its last edge to a filter goes with it.
      const stands = !node.edges.length || node.edges.some(state.showsEdge);
      nodeShown[node.index] = Number(!hidden.kind.has(node.kind.name) && stands);
    }
    const { node, edge } = state.chosen;
    if ((node && !state.showsNode(node)) || (edge && !state.showsEdge(edge))) state.chosen = {};
    announce("filter");
  }

  /** @param {"filter" | "choice" | "hover"} why */
  function announce(why) {
    for (const listener of listeners) listener(why);
  }

  settle();
  return state;
}

/** @typedef {ReturnType<typeof makeState>} State */
