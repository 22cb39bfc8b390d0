import type { Area } from "@bochiso/shared/area";
import type { Fault } from "./error-collector.ts";

/** What may have been meant by a code that no area has; `near` gives the code that is spelt most like it. */
export function areaHint(
  areas: ReadonlyMap<string, Area>,
  written: string,
  near: () => string | null,
): Pick<Fault, "nearest" | "reason"> {
  // Spreadsheets drop the zero of "01"; the nearest spelling would be another province.
  const padded = written.padStart(2, "0");
  if (areas.has(padded)) return { nearest: padded };
  return formerUnit(areas, written) ?? { nearest: presentNamed(areas, written) ?? near() };
}

/** A bare code of a unit before the merger, which no present unit has, is written with its code set. */
function formerUnit(areas: ReadonlyMap<string, Area>, bare: string): Pick<Fault, "nearest" | "reason"> | null {
  const former = /^\d{2}$/.test(bare) ? areas.get(`vn63:${bare}`) : undefined;
  if (former === undefined) return null;
  const { code, successor } = former;
  const now = successor === null ? { vi: "", en: "" } : { vi: `, nay thuộc ${successor}`, en: `, now in ${successor}` };
  return {
    nearest: code,
    reason: {
      vi: `Không có địa phương "${bare}": đơn vị trước sáp nhập ghi là ${code}${now.vi}.`,
      en: `There is no area "${bare}": the unit before the merger is written ${code}${now.en}.`,
    },
  };
}

const named = new WeakMap<ReadonlyMap<string, Area>, ReadonlyMap<string, string | null>>();

/** The code of the present area whose name was written instead of it. */
function presentNamed(areas: ReadonlyMap<string, Area>, written: string): string | null {
  let codes = named.get(areas);
  if (codes === undefined) {
    codes = codesByName(areas);
    named.set(areas, codes);
  }
  return codes.get(comparable(written)) ?? null;
}

/** Null for a name that several units have. */
function codesByName(areas: ReadonlyMap<string, Area>): Map<string, string | null> {
  const codes = new Map<string, string | null>();
  for (const { code, name, fullName, successor } of areas.values()) {
    if (successor !== null) continue;
    for (const text of new Set([name.vi, name.en, fullName.vi, fullName.en].map(comparable)))
      codes.set(text, codes.has(text) ? null : code);
  }
  return codes;
}

function comparable(text: string): string {
  return text.normalize("NFC").toLowerCase().trim();
}
