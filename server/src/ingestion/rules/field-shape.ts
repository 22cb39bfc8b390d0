import type { Text } from "@bochiso/shared/text";

interface Shape extends Text {
  /** How such a field looks, in no language. */
  expected: string;
}

/** What a field of a row may hold. */
const SHAPES = {
  object: { expected: "{…}", vi: "một đối tượng JSON", en: "an object" },
  text: { expected: '"…"', vi: "một chuỗi ký tự", en: "a text" },
  texts: { expected: '{"…": "…"}', vi: "một đối tượng gồm các chuỗi ký tự", en: "an object of texts" },
  flag: { expected: "true, false", vi: "true hoặc false", en: "true or false" },
  year: { expected: "2019", vi: "một năm như 2019", en: "a year such as 2019" },
  window: {
    expected: '{"start": "2025-03-01", "end": "2025-03-31"}',
    vi: "ngày đầu (start) và ngày cuối (end) có thật, ngày đầu không sau ngày cuối",
    en: "a first (start) and a last day (end) that exist, in this order",
  },
  none: {
    expected: "null",
    vi: "để trống khi rút số liệu (retract)",
    en: "nothing in a retraction (retract)",
  },
} as const satisfies Record<string, Shape>;

/** What a fault of shape says: the field cannot hold what was sent. */
export function wrongShape(field: string, shape: keyof typeof SHAPES): { expected: string; reason: Text } {
  const { expected, vi, en } = SHAPES[shape];
  const subject =
    field === "" ? { vi: "Mỗi dòng", en: "A row" } : { vi: `Trường "${field}"`, en: `The field "${field}"` };
  return { expected, reason: { vi: `${subject.vi} cần ${vi}.`, en: `${subject.en} takes ${en}.` } };
}
