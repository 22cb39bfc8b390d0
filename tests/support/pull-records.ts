import type { SourceAnswer } from "./source-server.ts";

/** A record as the source of these tests answers it. */
interface Item {
  thang?: string;
  ma?: string;
  gia_tri?: unknown;
  dvt?: string;
}

export const anItem = (change: Item = {}): Item => ({
  thang: "03/2025",
  ma: "XK",
  gia_tri: "38.510,2",
  dvt: "Triệu USD",
  ...change,
});

/** An answer of records, found under `/du_lieu/ban_ghi`. */
export function jsonAnswer(items: readonly Item[], headers: Record<string, string> = {}): SourceAnswer {
  return (_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", ...headers });
    response.end(JSON.stringify({ du_lieu: { ban_ghi: items } }));
  };
}

/** How such a record becomes a row. */
export const RECORD_ROW = {
  indicator: { field: "ma", codes: { XK: "trade.export.value", NK: "trade.import.value", TONG: null } },
  area: { constant: "VN" },
  period: { field: "thang", format: "month/year" },
  value: { field: "gia_tri", decimal: ",", missing: { "..": "M" } },
  unit: { field: "dvt", powers: { "Triệu USD": 0, "Tỷ USD": 3 } },
  status: { constant: "E" },
};
