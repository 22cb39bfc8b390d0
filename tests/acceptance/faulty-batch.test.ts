import { RowError } from "@bochiso/shared/submission";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type SystemUnderTest, startSystem } from "./system-under-test.ts";

const Refused = z.object({
  status: z.literal(422),
  code: z.literal("rows-refused"),
  detailVi: z.string(),
  errors: z.array(RowError),
  errorCount: z.number(),
});
/** Letters that only Vietnamese has. */
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

const good = { indicator: "trade.export.value", area: "VN", period: "2025-03", value: 36_500, status: "E" };
const imports = { ...good, indicator: "trade.import.value", value: 34_000 };

/** Rows with one fault each, and what must be said of it. */
const MISTAKES = [
  {
    row: { ...good, indicator: "trade.exprot.value" },
    error: {
      pointer: "/indicator",
      code: "indicator-unknown",
      got: "trade.exprot.value",
      nearest: "trade.export.value",
    },
  },
  { row: { ...good, area: "vn63:2" }, error: { pointer: "/area", code: "area-unknown", got: "vn63:2" } },
  {
    row: { ...good, breakdown: { owenrship: "FDI" } },
    error: { pointer: "/breakdown/owenrship", code: "dimension-unknown", nearest: "ownership" },
  },
  {
    row: { ...good, breakdown: { ownership: "FDII" } },
    error: { pointer: "/breakdown/ownership", code: "code-unknown", got: "FDII", nearest: "FDI" },
  },
  { row: { ...good, stauts: "E" }, error: { pointer: "/stauts", code: "field-unknown", nearest: "status" } },
] as const;

const OTHER_MISTAKES = [
  { row: { ...good, period: "2025-13" }, error: { pointer: "/period", code: "period-malformed", got: "2025-13" } },
  { row: { ...good, period: "2024" }, error: { pointer: "/period", code: "period-type-mismatch", got: "2024" } },
  {
    row: { ...good, value: "36.500,25" },
    error: { pointer: "/value", code: "value-not-a-number", got: "36.500,25", expected: "36500.25" },
  },
  { row: { ...imports, value: -1 }, error: { pointer: "/value", code: "value-out-of-range", got: "-1" } },
  { row: { ...good, indicator: "trade.balance" }, error: { pointer: "/indicator", code: "indicator-derived" } },
  { row: { ...good, indicator: "macro.cpi.index" }, error: { pointer: "/indicator", code: "indicator-not-in-feed" } },
  { row: { ...good, period: "2099-01" }, error: { pointer: "/period", code: "period-in-future", got: "2099-01" } },
] as const;

describe("a batch with faulty rows", () => {
  let system: SystemUnderTest;
  beforeAll(async () => {
    system = await startSystem("real");
  });
  afterAll(() => system?.stop());

  const send = (idempotencyKey: string, observations: readonly object[]) =>
    system.api.submit({
      key: system.keyOf("mof.customs"),
      idempotencyKey,
      body: { feed: "mof.customs", source: { publisher: "mof.nso" }, observations },
    });
  const state = async () => {
    const stored = await system.everything({ origin: "all" });
    return {
      head: await system.head(),
      cells: stored.length,
      revisions: stored.reduce((sum, it) => sum + it.revision, 0),
    };
  };

  it("lists five different faults in one answer and stores nothing, not even the good row", async () => {
    const before = await state();
    const answer = await send("faulty", [good, ...MISTAKES.map(({ row }) => row)]);
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const { errors, errorCount, detailVi } = Refused.parse(answer.json);
    expect(errorCount).toBe(MISTAKES.length);
    expect(detailVi).toMatch(VIETNAMESE);
    expect(errors).toHaveLength(MISTAKES.length);
    MISTAKES.forEach(({ error }, at) => {
      const row = at + 1;
      expect(errors[at], error.code).toMatchObject({ ...error, row, pointer: `/observations/${row}${error.pointer}` });
      expect(errors[at]?.detailVi).toMatch(VIETNAMESE);
      expect(errors[at]?.detail).not.toBe("");
    });

    expect(await state()).toEqual(before);
    expect(await system.api.observations({ indicator: "trade.export.value", area: "VN", from: "2025-03" })).toEqual([]);
    const sent = await system.as("mof.customs").get("/api/v1/submissions", { idempotencyKey: "faulty" });
    expect(sent.status).toBe(404);
  });

  it("names the other faults of periods, values and rights in the same way", async () => {
    const answer = await send(
      "faulty-too",
      OTHER_MISTAKES.map(({ row }) => row),
    );
    const { errors } = Refused.parse(answer.json);
    OTHER_MISTAKES.forEach(({ error }, row) => {
      const found = errors.filter((it) => it.row === row);
      expect(found, error.code).toMatchObject([{ ...error, pointer: `/observations/${row}${error.pointer}` }]);
      expect(found[0]?.detailVi).toMatch(VIETNAMESE);
    });
    expect(errors).toHaveLength(OTHER_MISTAKES.length);
  });

  it("tells both faults of one row and the second of two rows for the same cell", async () => {
    const answer = await send("faulty-three", [
      good,
      { ...good, value: 1 },
      { ...good, area: "VNN", period: "2025-99" },
    ]);
    const { errors } = Refused.parse(answer.json);
    expect(errors.map(({ row, code }) => ({ row, code }))).toEqual([
      { row: 1, code: "duplicate-in-batch" },
      { row: 2, code: "area-unknown" },
      { row: 2, code: "period-malformed" },
    ]);
  });

  it("leaves its idempotency key free for the corrected batch", async () => {
    const answer = await send("faulty", [good, imports]);
    expect(answer.status).toBe(201);
    const stored = await system.api.observations({ indicator: "trade.balance", area: "VN", from: "2025-03" });
    expect(stored).toMatchObject([{ value: 2_500, revision: 1 }]);
  });
});
