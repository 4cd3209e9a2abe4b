/** The outline of each kind's mark, around 0,0 with a radius of 1; for canvas and for SVG. */

const DOT = "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z";
/** @type {Record<string, string>} */
const OUTLINES = {
  dot: DOT,
  ring: DOT + "M.5 0A.5.5 0 1 0-.5 0A.5.5 0 1 0 .5 0Z",
  diamond: "M0-1.2L1.2 0L0 1.2L-1.2 0Z",
  square: "M-.72-.9H.72A.18.18 0 0 1 .9-.72V.72A.18.18 0 0 1 .72.9H-.72A.18.18 0 0 1-.9.72V-.72A.18.18 0 0 1-.72-.9Z",
  hexagon: "M1.12 0L.56.97H-.56L-1.12 0L-.56-.97H.56Z",
  pentagon: "M0-1.12L1.07-.35L.66.91H-.66L-1.07-.35Z",
  page: "M-.78-1.05H.25L.78-.52V1.05H-.78Z",
  house: "M0-1.1L1.08-.18V.95H-1.08V-.18Z",
  star: "M0-1.25L.34-.44L1.19-.39L.54.18L.73 1.01L0 .56L-.73 1.01L-.54.18L-1.19-.39L-.34-.44Z",
  triangle: "M0-1.12L1.15.88H-1.15Z",
  flag: "M-.85-1.1H1.05L.6-.45L1.05.2H-.55V1.1H-.85Z",
};

/** @type {Map<string, Path2D>} */
const paths = new Map();

/**
 * @param {string} shape
 * @returns {string}
 */
export function outline(shape) {
  return Object.hasOwn(OUTLINES, shape) ? OUTLINES[shape] : DOT;
}

/**
 * Fill a mark on a canvas; what lies under it is covered first, a ring's hole too.
 * @param {CanvasRenderingContext2D} ink
 * @param {string} shape
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} colour
 * @param {string} ground  empty leaves the rim out
 */
export function drawMark(ink, shape, x, y, radius, colour, ground) {
  if (!paths.has(shape)) paths.set(shape, new Path2D(outline(shape)));
  const path = /** @type {Path2D} */ (paths.get(shape));
  ink.save();
  ink.translate(x, y);
  if (ground) {
    const covered = radius + 1.75;
    ink.scale(covered, covered);
    ink.fillStyle = ground;
    ink.fill(shape === "ring" ? ringGround() : path);
    ink.scale(radius / covered, radius / covered);
  } else {
    ink.scale(radius, radius);
  }
  ink.fillStyle = colour;
  ink.fill(path, "evenodd");
  ink.restore();
}

/** @returns {Path2D} */
function ringGround() {
  if (!paths.has("dot")) paths.set("dot", new Path2D(DOT));
  return /** @type {Path2D} */ (paths.get("dot"));
}
