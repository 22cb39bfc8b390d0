import { Scenario } from "@bochiso/shared/observation";
import { PeriodType } from "@bochiso/shared/period";
import { z } from "zod";
import { malformedParameter } from "../query-parameters.ts";

/** After which cell a list goes on. */
export const PageCursor = z.strictObject({
  indicator: z.string(),
  area: z.string(),
  breakdownKey: z.string(),
  scenario: Scenario,
  periodType: PeriodType,
  ordinal: z.number().int(),
});

/** After which revision a change feed goes on. */
export const ChangesCursor = z.strictObject({
  commitSeq: z.number().int(),
  seriesId: z.number().int(),
  ordinal: z.number().int(),
  revision: z.number().int(),
});

/** A cursor as one opaque word for the query string. */
export function encodeCursor(cursor: object): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Reads a cursor that was given out before. Throws `parameter-malformed`. */
export function decodeCursor<T>(schema: z.ZodType<T>, text: string): T {
  const parsed = schema.safeParse(parseJson(Buffer.from(text, "base64url").toString("utf8")));
  if (parsed.success) return parsed.data;
  throw malformedParameter("cursor", text, {
    vi: "giá trị next của câu trả lời trước cho cùng truy vấn",
    en: "the next of an earlier answer to the same query",
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
