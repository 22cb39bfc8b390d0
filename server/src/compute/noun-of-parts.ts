import type { AreaLevel } from "@bochiso/shared/area";
import { parseBreakdownKey } from "@bochiso/shared/breakdown";
import type { PeriodType } from "@bochiso/shared/period";
import type { ExplainedWay } from "@bochiso/shared/screen";
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

const PERIODS = {
  hour: { vi: "giờ", en: "hours" },
  day: { vi: "ngày", en: "days" },
  week: { vi: "tuần", en: "weeks" },
  "half-month": { vi: "nửa tháng", en: "half-months" },
  month: { vi: "tháng", en: "months" },
  quarter: { vi: "quý", en: "quarters" },
  "half-year": { vi: "nửa năm", en: "half-years" },
  year: { vi: "năm", en: "years" },
  term: { vi: "giai đoạn", en: "terms" },
  static: { vi: "kỳ", en: "periods" },
} as const satisfies Record<PeriodType, Text>;

const PARTS: Text = { vi: "phần", en: "parts" };

interface WholeAndPart {
  readonly way: ExplainedWay | null;
  readonly whole: ExplainedCell;
  readonly part: ExplainedCell | null;
}

/**
 * What the parts of a whole are, by the first of them: periods, areas of a level, the units that became one, or codes of
 * a dimension.
 * The provinces of a period before the merger are that nation's provinces, not its former units.
 */
export function nounOfParts({ areas, dimensions }: Catalogue, { way, whole, part }: WholeAndPart): Text {
  if (part === null) return PARTS;
  if (way === "over-time") return PERIODS[part.period.type];
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
