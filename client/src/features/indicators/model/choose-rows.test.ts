import { describe, expect, it } from "vitest";
import { indicatorRows } from "../../../testing/group-fixtures.ts";
import { chooseRows } from "./choose-rows.ts";

const rows = indicatorRows();
const all = { text: "", domain: null, withData: false };

describe("chooseRows", () => {
  it("groups by domain and loses no row", () => {
    const groups = chooseRows(rows, all);
    expect(groups.flatMap((group) => group.rows)).toHaveLength(rows.length);
    for (const group of groups)
      expect(new Set(group.rows.map(({ domain }) => domain))).toEqual(new Set([group.domain]));
  });

  it("finds by code, by name without diacritics and by agency", () => {
    expect(chooseRows(rows, { ...all, text: "trade.bal" })[0]?.rows).toHaveLength(1);
    expect(chooseRows(rows, { ...all, text: "can can thuong mai" })[0]?.rows[0]?.code).toBe("trade.balance");
    expect(chooseRows(rows, { ...all, text: "cuc thong ke" }).flatMap((group) => group.rows)).toHaveLength(rows.length);
  });

  it("shows only what has figures, or one domain", () => {
    expect(chooseRows(rows, { ...all, withData: true }).flatMap((group) => group.rows)).toHaveLength(9);
    expect(chooseRows(rows, { ...all, domain: "trade" }).map(({ domain }) => domain)).toEqual(["trade"]);
  });
});
