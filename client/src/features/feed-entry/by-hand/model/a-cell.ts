import type { EntryCell } from "@bochiso/shared/entry";

/** A cell for tests. */
export function aCell(change: Partial<EntryCell> = {}): EntryCell {
  return {
    key: "trade.export.value|VN|",
    indicator: "trade.export.value",
    indicatorName: { vi: "Xuất khẩu hàng hóa", en: "Exports of goods" },
    area: "VN",
    areaName: { vi: "Cả nước", en: "Viet Nam" },
    breakdown: {},
    breakdownLabel: null,
    unit: { name: { vi: "triệu USD", en: "million USD" }, isPercent: false, shown: null },
    limits: { min: null, max: null, minExclusive: false },
    isCount: false,
    dueAt: null,
    state: "missing",
    current: null,
    previous: null,
    yearAgo: null,
    lock: null,
    ...change,
  };
}
