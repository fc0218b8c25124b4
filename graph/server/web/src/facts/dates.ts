/** Dates as precise as they are known (EDTF), as readers write them. */
import { language, t } from "../i18n";

const ROMAN = ["I", "II", "III", "IV"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2024-03-08` as 8/3/2024 or 8 Mar 2024, `2026/2030` as 2026–2030, the months of a quarter as one; a month or a year stays one. */
export function when(edtf: string): string {
  const [from = "", to] = edtf.split("/");
  const quarter = to === undefined ? null : quarterOf(from, to);
  if (quarter !== null) return quarter;
  return to === undefined || to === from ? point(from) : `${point(from)}–${point(to)}`;
}

/** The first day of a time, for putting it on a scale. */
export function firstDay(edtf: string): string {
  const begin = edtf.split("/")[0] ?? "";
  return begin.length === 4 ? `${begin}-01-01` : begin.length === 7 ? `${begin}-01` : begin;
}

/** The last day of a time, for comparing with today. */
export function lastDay(edtf: string): string {
  const end = edtf.split("/").pop() ?? "";
  if (end.length > 7) return end;
  const [year, month] = end.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 12, 0)).toISOString().slice(0, 10);
}

/** From the first day to the last that something is attested. */
export function span(first: string | null, last: string | null): string {
  if (first === null || last === null) return first ?? last ?? t("fact.undated");
  return first === last ? when(first) : `${when(first)}–${when(last)}`;
}

/** The months of a quarter as such, `null` for any others. */
function quarterOf(from: string, to: string): string | null {
  const [year, first] = from.split("-");
  const [last, month] = to.split("-");
  if (from.length !== 7 || to.length !== 7 || year !== last) return null;
  const place = (Number(month) - 3) / 3;
  if (!Number.isInteger(place) || Number(first) !== 3 * place + 1) return null;
  return language() === "vi" ? `quý ${ROMAN[place]}/${year}` : `Q${place + 1} ${year}`;
}

function point(date: string): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const parts = language() === "vi" ? [Number(month), year] : [MONTHS[Number(month) - 1] ?? month, year];
  return [...(day === undefined ? [] : [Number(day)]), ...parts].join(language() === "vi" ? "/" : " ");
}
