/** Write dates as people read them. */

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/**
 * "2025-09-22/2025-09-23" → "22–23 Sep 2025"; what is no date stays as it is.
 * @param {string} iso
 * @returns {string}
 */
export function readableDate(iso) {
  const [begin, end] = iso.split("/");
  if (!end || end === begin) return oneDate(begin);
  const [first, last] = [begin.split("-"), end.split("-")];
  const sameYear = first[0] === last[0];
  if (sameYear && first[1] === last[1] && first[2] && last[2]) {
    return `${Number(first[2])}–${oneDate(end)}`;
  }
  const opening = oneDate(begin);
  return `${sameYear ? opening.replace(` ${first[0]}`, "") : opening} – ${oneDate(end)}`;
}

/**
 * @param {string} iso
 * @returns {string}
 */
function oneDate(iso) {
  const yearless = iso.startsWith("--");
  const [year, month, day] = (yearless ? iso.slice(1) : iso).split("-");
  const name = MONTHS[Number(month) - 1];
  if (!name) return iso;
  return [day ? String(Number(day)) : "", name, yearless ? "" : year].filter(Boolean).join(" ");
}

/**
 * The month of an ISO date, counted from year 0; null where it has none.
 * @param {string} iso
 * @returns {number | null}
 */
export function monthNumber(iso) {
  const parts = /^(\d{4})-(\d\d)/.exec(iso);
  return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : null;
}

/**
 * @param {number} month
 * @returns {string}
 */
export function monthName(month) {
  return `${MONTHS[month % 12]} ${Math.floor(month / 12)}`;
}
