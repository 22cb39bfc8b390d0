import { missingValue, numberValue } from "@bochiso/shared/observation";
import type { OriginPair } from "@bochiso/shared/screen";
import { describe, expect, it } from "vitest";
import { aPeriod } from "../../../testing/fixtures.ts";
import { splitPairs } from "./split-pairs.ts";

const reason = { vi: "Kế hoạch chỉ công bố trong tháng 1", en: "The plan is published in January only" };
const pair = (id: string, computed: OriginPair["computed"]): OriginPair => ({
  period: aPeriod(id),
  reported: 8.52,
  computed,
  difference: numberValue(0),
  reason,
});

describe("splitPairs", () => {
  it("keeps what compares and counts what does not by its reason", () => {
    const absent = missingValue("incomplete-parts");
    const { both, without } = splitPairs([
      pair("2025-02", absent),
      pair("2025-01", numberValue(4.13)),
      pair("2024-12", absent),
    ]);
    expect(both.map(({ period }) => period.id)).toEqual(["2025-01"]);
    expect(without).toEqual([{ reason, count: 2, coverage: null }]);
  });
});
