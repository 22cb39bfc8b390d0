/** A body of one format with what its request needs. */
export interface FormattedBody {
  readonly contentType: string;
  readonly query: string;
  readonly body: string;
}

/** One monthly figure of a province. */
interface Row {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly value: string;
  readonly status: string;
}

/** The feed that owns all these indicators. */
export const PROOF_FEED = "mof.nso";
/** Each is read by three formulas of its own (month, since the start of the year, against last year), shared with none. */
const READ_BY_THREE = ["tour.intl", "pi.executed"];
/** No formula reads these; only their own totals of regions and of the nation follow. */
const READ_BY_NONE = ["tr.freight", "tr.passenger"];
/** Units before the merger of 2025: the code set has holes, as the decision of 2004 left it. */
export const FORMER_UNITS =
  "01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96".split(
    " ",
  );

/**
 * Monthly figures of the 63 former provinces from `firstYear` on, oldest first: every second one is read by three formulas.
 * Years without real figures; values are made up and stay in the database of the proof.
 */
export function provinceMonths(count: number, firstYear: number): Row[] {
  const rows: Row[] = [];
  const codes = READ_BY_THREE.flatMap((code, at) => [code, READ_BY_NONE[at] ?? code]);
  for (let month = 0; rows.length < count; month += 1) {
    const period = `${firstYear + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    for (const unit of FORMER_UNITS) {
      for (const indicator of codes) {
        if (rows.length === count) return rows;
        const value = (1000 + ((rows.length * 7919) % 100_000) / 100).toFixed(2);
        rows.push({ indicator, area: `vn63:${unit}`, period, value, status: "E" });
      }
    }
  }
  return rows;
}

/** How the same rows are written in each format. */
export const FORMATS: Readonly<Record<"json" | "ndjson" | "csv", (rows: readonly Row[]) => FormattedBody>> = {
  json: (rows) => ({
    contentType: "application/json",
    query: "",
    body: JSON.stringify({ feed: PROOF_FEED, observations: rows }),
  }),
  ndjson: (rows) => ({
    contentType: "application/x-ndjson",
    query: "",
    body: [{ feed: PROOF_FEED }, ...rows].map((line) => JSON.stringify(line)).join("\n"),
  }),
  csv: (rows) => ({
    contentType: "text/csv",
    query: `?feed=${PROOF_FEED}`,
    body: [
      "indicator,area,period,value,status",
      ...rows.map(({ indicator, area, period, value, status }) => [indicator, area, period, value, status].join(",")),
    ].join("\n"),
  }),
};
