/** Which part of the plane the screen shows. */

const LEAST_ZOOM = 0.02;
const MOST_ZOOM = 8;
const GLIDE_MS = 420;
const MARKS = { least: 0.55, most: 1.7, few: 250 };

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Insets
 * @typedef {{x: number, y: number}} Point
 * @typedef {{zoom: number, x: number, y: number, width: number, height: number,
 *   toScreen: (point: Point) => Point, toPlane: (point: Point) => Point, scale: () => number,
 *   pan: (dx: number, dy: number) => void, zoomBy: (factor: number, at?: Point) => void,
 *   fit: (points: Point[], insets: Insets, options: {glide: boolean, most: number}) => void,
 * }} Camera
 */

/**
 * @param {() => void} changed
 * @param {number} count  of marks: the more there are, the smaller they may get
 * @returns {Camera}
 */
export function makeCamera(changed, count) {
  const least = Math.min(MARKS.least, MARKS.least * Math.sqrt(MARKS.few / Math.max(1, count)));
  let flight = 0;
  /** @type {Camera} */
  const camera = {
    zoom: 1,
    x: 0,
    y: 0,
    width: 1,
    height: 1,

    toScreen: (point) => ({
      x: point.x * camera.zoom + camera.x,
      y: point.y * camera.zoom + camera.y,
    }),
    toPlane: (point) => ({
      x: (point.x - camera.x) / camera.zoom,
      y: (point.y - camera.y) / camera.zoom,
    }),
    // Marks grow with the zoom, but less.
    scale: () => Math.min(MARKS.most, Math.max(least, camera.zoom ** 0.45)),

    pan(dx, dy) {
      cancelAnimationFrame(flight);
      camera.x += dx;
      camera.y += dy;
      changed();
    },
    zoomBy(factor, at = { x: camera.width / 2, y: camera.height / 2 }) {
      cancelAnimationFrame(flight);
      const held = camera.toPlane(at);
      camera.zoom = clampZoom(camera.zoom * factor);
      camera.x = at.x - held.x * camera.zoom;
      camera.y = at.y - held.y * camera.zoom;
      changed();
    },
    /** Bring all points into view. */
    fit(points, insets, { glide, most }) {
      if (!points.length) return;
      const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
      for (const { x, y } of points) {
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y);
      }
      const width = Math.max(80, camera.width - insets.left - insets.right);
      const height = Math.max(80, camera.height - insets.top - insets.bottom);
      const zoom = clampZoom(
        Math.min(
          most,
          width / Math.max(1, box.right - box.left),
          height / Math.max(1, box.bottom - box.top),
        ),
      );
      const goal = {
        zoom,
        x: insets.left + width / 2 - ((box.left + box.right) / 2) * zoom,
        y: insets.top + height / 2 - ((box.top + box.bottom) / 2) * zoom,
      };
      fly(goal, glide && !matchMedia("(prefers-reduced-motion: reduce)").matches);
    },
  };

  /**
   * @param {{zoom: number, x: number, y: number}} goal
   * @param {boolean} glide
   */
  function fly(goal, glide) {
    cancelAnimationFrame(flight);
    const from = { zoom: camera.zoom, x: camera.x, y: camera.y };
    const begin = performance.now();
    /** @param {number} now */
    const step = (now) => {
      const passed = glide ? Math.min(1, Math.max(0, (now - begin) / GLIDE_MS)) : 1;
      const eased = 1 - (1 - passed) ** 3;
      camera.zoom = from.zoom + (goal.zoom - from.zoom) * eased;
      camera.x = from.x + (goal.x - from.x) * eased;
      camera.y = from.y + (goal.y - from.y) * eased;
      changed();
      if (passed < 1) flight = requestAnimationFrame(step);
    };
    step(begin);
  }

  return camera;
}

/** @param {number} zoom */
function clampZoom(zoom) {
  return Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom));
}
