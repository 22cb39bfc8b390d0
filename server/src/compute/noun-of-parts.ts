import type { AreaLevel } from "@bochiso/shared/area";
import { parseBreakdownKey } from "@bochiso/shared/breakdown";
import type { CellWay } from "@bochiso/shared/graph";
import type { Text } from "@bochiso/shared/text";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { ExplainedCell } from "./explained-cell.ts";

const FORMER: Text = { vi: "đơn vị trước sáp nhập", en: "former units" };

const UNITS: Readonly<Record<AreaLevel, Text>> = {
  nation: { vi: "quốc gia", en: "nations" },
  region: { vi: "vùng", en: "regions" },
  province: { vi: "tỉnh, thành phố", en: "provinces" },
  commune: { vi: "xã, phường, đặc khu", en: "communes" },
};

const PARTS: Text = { vi: "phần", en: "parts" };

interface WholeAndPart {
  readonly way: CellWay | null;
  readonly whole: ExplainedCell;
  readonly part: ExplainedCell | null;
}

/**
 * What the parts of a whole are, by the first of them: areas of a level, the units that became one, or codes of a dimension.
 * The provinces of a period before the merger are that nation's provinces, not its former units.
 */
export function nounOfParts({ areas, dimensions }: Catalogue, { way, whole, part }: WholeAndPart): Text {
  if (part === null) return PARTS;
  if (part.area !== whole.area) {
    const area = areas.get(part.area);
    if (area === undefined) return PARTS;
    return way === "roll-up" ? UNITS[area.level] : FORMER;
  }
  const own = parseBreakdownKey(whole.breakdown);
  const [dimension] = Object.entries(parseBreakdownKey(part.breakdown)).find(([id, code]) => own[id] !== code) ?? [];
  const name = dimensions.get(dimension ?? "")?.name;
  return name === undefined ? PARTS : { vi: `mã của ${lower(name.vi)}`, en: `codes of ${lower(name.en)}` };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
