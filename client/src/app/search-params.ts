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

/** Nhóm chỉ số: `xem` picks cards or table. */
export const GroupSearch = ScopedSearch.extend({ xem: z.enum(["the", "bang"]).optional().catch(undefined) });

/** Chỉ số: `pt` phân tổ (breakdown key), `db` địa bàn cũ hay mới. */
export const IndicatorSearch = ScopedSearch.extend({
  pt: z.string().max(300).optional().catch(undefined),
  db: z.enum(["cu", "moi"]).optional().catch(undefined),
});

/** Danh sách chỉ số: `tim` filters. */
export const IndicatorsSearch = ScopedSearch.extend({ tim: z.string().max(100).optional().catch(undefined) });

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
