/** Make elements. Text goes in as text; nothing here, nor anywhere, reads markup. */

import { outline } from "./shapes.js";

const SVG = "http://www.w3.org/2000/svg";
const WEB = /^https?:\/\//i; // "https://news.example/a"

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A name from the graph, in whatever script it is written.
 * @param {string} text
 * @param {string} tag
 */
export function words(text, tag = "bdi") {
  return make(tag, { dir: "auto" }, text);
}

/**
 * @param {Record<string, string>} attributes
 * @param {() => void} act
 * @param {...(Node | string)} children
 */
export function button(attributes, act, ...children) {
  const element = make("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", act);
  return element;
}

/**
 * Link to *url*, unless it leads anywhere but the web.
 * @param {string} url
 * @param {...(Node | string)} children
 */
export function link(url, ...children) {
  if (!WEB.test(url)) return make("span", {}, ...children);
  const attributes = { href: url, target: "_blank", rel: "noopener noreferrer" };
  return make("a", attributes, ...children);
}

/**
 * @param {string} shape
 * @param {string} colour
 */
export function mark(shape, colour) {
  const svg = drawing("-1.4 -1.4 2.8 2.8", "mark");
  const path = svg.appendChild(document.createElementNS(SVG, "path"));
  path.setAttribute("d", outline(shape));
  path.setAttribute("fill", colour);
  path.setAttribute("fill-rule", "evenodd");
  return svg;
}

/**
 * An icon, drawn as a line on a 16 × 16 grid.
 * @param {string} line
 */
export function icon(line) {
  const svg = drawing("0 0 16 16", "icon");
  svg.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", line);
  return svg;
}

/**
 * A stroke as an edge is drawn, for the legend.
 * @param {string} colour
 * @param {string} dashes
 */
export function stroke(colour, dashes = "") {
  const svg = drawing("0 0 16 16", "mark");
  const path = svg.appendChild(document.createElementNS(SVG, "path"));
  path.setAttribute("d", "M1 8H15");
  path.setAttribute("stroke", colour);
  path.setAttribute("stroke-width", "2.5");
  path.setAttribute("stroke-linecap", "round");
  path.setAttribute("stroke-dasharray", dashes);
  return svg;
}

/**
 * @param {string} box
 * @param {string} name
 */
function drawing(box, name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", box);
  svg.setAttribute("class", name);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
