import { z } from "zod";
import { PeriodType } from "../period/period-type.ts";

/** A field of a record: a CSV column, a member of a JSON object, or a JSON pointer into it (`/gia-tri/so`, RFC 6901). */
const Field = z.string().normalize("NFC").min(1).max(200);
/** What may stand in a field; codes of a table are never guessed. */
const Written = z.string().normalize("NFC").max(200);

const EITHER = { error: "Either `constant` or `field` / Chỉ một trong hai: `constant` hoặc `field`" };

/**
 * Where a column of the contract comes from: the same text for every record, or a field. With `codes` the field is
 * translated: a code that the table has not is a fault, one that it maps to null leaves the record out on purpose.
 */
export const PullColumn = z
  .strictObject({
    constant: z.string().min(1).max(1_000).optional(),
    field: Field.optional(),
    codes: z.record(Written, z.string().min(1).max(200).nullable()).optional(),
    /** An empty field leaves the column out instead of being a fault. */
    optional: z.boolean().default(false),
  })
  .refine(({ constant, field }) => (constant === undefined) !== (field === undefined), EITHER);
export type PullColumn = z.infer<typeof PullColumn>;

/**
 * How periods are written: `standard` as the contract reads them (`2026-10`, `2026M10`, `202610`, `2026-Q3`, `2026`),
 * `month/year` (`10/2026`), `quarter/year` (`3/2026`, `Quý III/2026`), `day/month/year` (`31/10/2026`), `date` (`2026-10-31`).
 */
export const PullPeriodFormat = z.enum(["standard", "month/year", "quarter/year", "day/month/year", "date"]);
export type PullPeriodFormat = z.infer<typeof PullPeriodFormat>;

/** The period of a record: one text, or a field for the year and one for its month or quarter. */
export const PullPeriod = z
  .strictObject({
    constant: z.string().min(1).max(60).optional(),
    field: Field.optional(),
    format: PullPeriodFormat.default("standard"),
    /** For dates: the period of this type that holds the day. */
    as: PeriodType.exclude(["static"]).optional(),
    year: Field.optional(),
    month: Field.optional(),
    quarter: Field.optional(),
  })
  .refine(
    ({ constant, field, year, month, quarter }) =>
      [constant, field, year].filter((it) => it !== undefined).length === 1 &&
      [month, quarter].filter((it) => it !== undefined).length <= (year === undefined ? 0 : 1),
    {
      error:
        "One of `constant`, `field`, or `year` with `month` or `quarter` / Chỉ một trong: `constant`, `field`, hoặc `year` kèm `month` hay `quarter`",
    },
  );
export type PullPeriod = z.infer<typeof PullPeriod>;

/** The value of a record and how it is written. */
export const PullValue = z.strictObject({
  field: Field,
  /** The decimal mark of numbers written as text; JSON numbers have a point. */
  decimal: z.enum([".", ","]).default("."),
  /** Marks that stand for an absent value, with its status: `{"..": "M"}`. */
  missing: z.record(Written, z.enum(["M", "O", "L"])).default({}),
  /** What an empty field is: a fault, or no value of this record (the row is left out). */
  whenEmpty: z.enum(["refuse", "leave-out"]).default("refuse"),
});
export type PullValue = z.infer<typeof PullValue>;

const Shift = z.number().int().min(-15).max(15);

/**
 * The unit values are written in, as the power of ten that leads to the unit of the definition: exact, no rounding. Either
 * one for all, or by what stands in a field (`{"Triệu USD": 0, "Tỷ USD": 3}`); a unit that is not listed is a fault.
 */
export const PullUnit = z
  .strictObject({ power: Shift.optional(), field: Field.optional(), powers: z.record(Written, Shift).optional() })
  .refine(({ power, field, powers }) => (power === undefined) === (field !== undefined && powers !== undefined), {
    error: "Either `power`, or `field` with `powers` / Hoặc `power`, hoặc `field` kèm `powers`",
  });
export type PullUnit = z.infer<typeof PullUnit>;

/** How a record becomes a row of the contract; a table with several value columns has several of these. */
export const PullRow = z.strictObject({
  indicator: PullColumn,
  area: PullColumn,
  period: PullPeriod,
  value: PullValue,
  unit: PullUnit.optional(),
  status: PullColumn.optional(),
  scenario: PullColumn.optional(),
  note: PullColumn.optional(),
  /** Dimension → its column. */
  breakdown: z.record(z.string().min(1).max(120), PullColumn).default({}),
});
export type PullRow = z.infer<typeof PullRow>;
