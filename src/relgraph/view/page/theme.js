/** The colours of the canvas, taken from the style sheet. */

// On a dark ground the ontology's colours shine: up to this factor, and a little towards white.
const SHINE = { factor: 1.5, most: 240, white: 0.13 };

/** @type {Map<string, string>} */
const mixed = new Map();

/**
 * Work a colour out once: there are few, and they are asked for at every stroke.
 * @param {string} key
 * @param {() => string} work
 */
function once(key, work) {
  if (!mixed.has(key)) mixed.set(key, work());
  return /** @type {string} */ (mixed.get(key));
}

/** @returns {boolean} */
export function isDark() {
  const set = document.documentElement.dataset.theme;
  return set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function switchTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
}

export function readTheme() {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const read = (name) => style.getPropertyValue(name).trim();
  const dark = isDark();
  /** @param {string} colour */
  const own = (colour) => once(`own ${dark} ${colour}`, () => (dark ? brighten(colour) : colour));
  return {
    ground: read("--ground"),
    ink: read("--ink"),
    quiet: read("--quiet"),
    line: read("--line"),
    accent: read("--accent"),
    font: getComputedStyle(document.body).fontFamily,
    own,
    /** @param {string} colour */
    edge: (colour) =>
      once(`edge ${dark} ${colour}`, () => mix(own(colour), read("--edge"), 0.72)),
  };
}

/** @typedef {ReturnType<typeof readTheme>} Theme */

/** @param {string} colour */
function brighten(colour) {
  const parts = partsOf(colour);
  const factor = Math.min(SHINE.factor, SHINE.most / Math.max(1, ...parts));
  return mix(hexOf(parts.map((part) => part * factor)), "#ffffff", SHINE.white);
}

/**
 * Read a colour of the form #rrggbb; anything else is grey.
 * @param {string} colour
 */
function partsOf(colour) {
  const number = /^#[0-9a-f]{6}$/i.test(colour) ? Number.parseInt(colour.slice(1), 16) : 0x888888;
  return [16, 8, 0].map((shift) => (number >> shift) & 255);
}

/** @param {number[]} parts */
function hexOf(parts) {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Mix two colours.
 * @param {string} one
 * @param {string} other
 * @param {number} share  of the other
 */
export function mix(one, other, share) {
  const others = partsOf(other);
  return hexOf(partsOf(one).map((part, i) => part * (1 - share) + others[i] * share));
}
