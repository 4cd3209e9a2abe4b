/** Where on the screen there is still room for a label. */

const CELL = 48;

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/** @param {{width: number, height: number}} screen */
export function makeRoom(screen) {
  /** @type {Map<number, Box[]>} */
  const taken = new Map();
  /** @type {Map<number, number[]>} */
  const crossed = new Map();

  /** @param {Box} box */
  function* cells(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
        yield x * 10_000 + y;
      }
    }
  }

  return {
    /** @param {Box} box */
    take(box) {
      for (const cell of cells(box)) taken.set(cell, [...(taken.get(cell) ?? []), box]);
    },
    /** @param {Box} box */
    isFree(box) {
      if (box.left < 4 || box.top < 4) return false;
      if (box.right > screen.width - 4 || box.bottom > screen.height - 4) return false;
      for (const cell of cells(box)) {
        for (const other of taken.get(cell) ?? []) {
          const beside = box.left >= other.right || box.right <= other.left;
          if (!beside && box.top < other.bottom && box.bottom > other.top) return false;
        }
      }
      return true;
    },
    /**
     * Remember that an edge passes here.
     * @param {number} x
     * @param {number} y
     */
    cross(x, y) {
      const cell = Math.floor(x / CELL) * 10_000 + Math.floor(y / CELL);
      crossed.set(cell, [...(crossed.get(cell) ?? []), x, y]);
    },
    /**
     * How much of edges a label here would cover.
     * @param {Box} box
     */
    crossings(box) {
      let count = 0;
      for (const cell of cells(box)) {
        const points = crossed.get(cell) ?? [];
        for (let i = 0; i < points.length; i += 2) {
          const [x, y] = [points[i], points[i + 1]];
          if (x > box.left && x < box.right && y > box.top && y < box.bottom) count++;
        }
      }
      return count;
    },
  };
}

/** @typedef {ReturnType<typeof makeRoom>} Room */
