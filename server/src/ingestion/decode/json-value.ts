import { ExactNumber } from "./exact-number.ts";

/** What the exact reader gives: JSON with numbers as their source text. */
export type JsonValue = string | boolean | null | ExactNumber | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** True for an object, false for arrays, numbers and null. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}
