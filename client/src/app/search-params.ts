import { z } from "zod";

const flag = z
  .enum(["1", "0"])
  .optional()
  .catch(undefined)
  .transform((value) => (value === "1" ? ("1" as const) : undefined));

/** What every screen keeps in its address. Anything unreadable falls back to the default instead of failing. */
export const AppSearch = z.object({
  /** Kỳ: a month id; absent = the latest of each indicator. */
  ky: z
    .string()
    .regex(/^[0-9][0-9A-Za-z/-]{3,15}$/)
    .optional()
    .catch(undefined),
  /** Màn hình: wall mode. */
  manhinh: flag,
  ngonngu: z.enum(["en"]).optional().catch(undefined),
  /** Giải thích: the cell whose explanation is open, `indicator~area~breakdown~period~measure`. */
  giaithich: z.string().max(400).optional().catch(undefined),
});
export type AppSearch = z.infer<typeof AppSearch>;

const scope = z
  .string()
  .regex(/^(cp|bo\/[a-z][a-z0-9.]*|tinh\/([0-9]{2}|MAU))$/)
  .optional()
  .catch(undefined);

/** Pages outside an overview carry their scope as `dv` (đơn vị). */
export const ScopedSearch = z.object({ dv: scope });

/** Sort keys of a group: order of the set, name, change on the year, age of the figures. */
const GROUP_SORTS = ["ten", "thaydoi", "kymoi"] as const;

/**
 * Nhóm chỉ số: `xem` thẻ, bảng, bản đồ, xếp hạng; `tim` words of the name; `loc` only with or without data, or one
 * status; `sx` order; `cs` the indicator on the map and in the ranking.
 */
export const GroupSearch = ScopedSearch.extend({
  xem: z.enum(["the", "bang", "bando", "xephang"]).optional().catch(undefined),
  tim: z.string().max(100).optional().catch(undefined),
  loc: z.string().max(40).optional().catch(undefined),
  sx: z.enum(GROUP_SORTS).optional().catch(undefined),
  cs: z.string().max(120).optional().catch(undefined),
  db: z.enum(["cu", "moi"]).optional().catch(undefined),
});

/** Chỉ số: `pt` phân tổ (breakdown key), `db` địa bàn cũ hay mới, `so` number of periods of the trend. */
export const IndicatorSearch = ScopedSearch.extend({
  pt: z.string().max(300).optional().catch(undefined),
  db: z.enum(["cu", "moi"]).optional().catch(undefined),
  so: z.enum(["13", "25", "61"]).optional().catch(undefined),
});

/** Danh sách chỉ số: `tim` words of name or code, `lv` lĩnh vực, `co` only those with data. */
export const IndicatorsSearch = ScopedSearch.extend({
  tim: z.string().max(100).optional().catch(undefined),
  lv: z.string().max(20).optional().catch(undefined),
  co: flag,
});

/** Plain `name=value` pairs: periods such as `2025` stay text. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Readable addresses: the separators our values use stay unescaped. */
export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    typeof value === "string" && value !== "" ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  if (pairs.length === 0) return "";
  return `?${pairs.join("&").replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%3D", "=").replaceAll("%3B", ";")}`;
}
