import { z } from "zod";
import { ObservationStatus } from "../observation/observation-status.ts";
import { Origin, Scenario } from "../observation/scenario.ts";
import { MISSING_REASONS, VALUE_ERROR_CODES } from "../observation/value.ts";

const unitBasis = z.enum(["present", "former"]).nullable().meta({
  description: "Whether the unit is a present province or a former one; null for others.",
  "x-vi": "Tỉnh hiện nay hay trước sáp nhập.",
});
const coverage = z.object({ have: z.int(), of: z.int(), weightShare: z.number().nullable() });

/** Which units answer. */
export const AreaBasisWord = z.enum(["all", "asReported", "former", "present"]);
/** How a computed value came about. */
export const WayWord = z.enum(["formula", "carried", "recast", "roll-up", "total", "over-time"]);

/** One value as answered. `value` is the nearest double, `valueText` exact. */
export const WireObservation = z
  .object({
    indicator: z.string(),
    area: z.string(),
    areaBasis: unitBasis,
    period: z.string(),
    breakdown: z.record(z.string(), z.string()),
    scenario: Scenario,
    origin: Origin,
    value: z.number().nullable(),
    valueText: z.string().nullable().meta({
      description: "The exact decimal as sent; of a computed value the shortest text of its double.",
      "x-vi": "Giá trị đúng từng chữ số như đã gửi.",
    }),
    status: ObservationStatus.nullable(),
    missing: z.enum(MISSING_REASONS).nullable().meta({ description: "Why there is no value.", "x-vi": "Lý do trống." }),
    error: z.enum(VALUE_ERROR_CODES).nullable(),
    revision: z.int().nullable().meta({ description: "From 1 within the cell; null where it is not stored." }),
    recordedAt: z.string(),
    commitSeq: z.int(),
    feed: z.string().nullable(),
    submission: z.string().nullable(),
    simulated: z.boolean().meta({ description: "Belongs to the fictional Tỉnh Mẫu.", "x-vi": "Số liệu mô phỏng." }),
    way: WayWord.nullable().meta({ description: "How a computed value came about." }),
    coverage: coverage.nullable().meta({ description: "Parts with a number of those needed.", "x-vi": "Độ phủ." }),
    flags: z.array(z.string()).meta({ description: "Open quality flags and marks.", "x-vi": "Cờ chất lượng." }),
    note: z.string().nullable().meta({ description: "Reason given for this revision.", "x-vi": "Lý do của lần sửa." }),
    window: z.object({ start: z.string(), end: z.string() }).nullable(),
    baseYear: z.int().nullable(),
  })
  .meta({ description: "One value.", "x-vi": "Một số liệu." });

/** A page of values. */
export const ObservationPage = z
  .object({
    areaBasis: AreaBasisWord,
    frequency: z.string().optional().meta({ description: "Where values were aggregated over time." }),
    observations: z.array(WireObservation),
    next: z.string().nullable().meta({
      description: "`cursor` of the next page; null at the end.",
      "x-vi": "Con trỏ trang sau; null là hết.",
    }),
  })
  .meta({ description: "A page of values.", "x-vi": "Một trang số liệu." });
