import type { Text } from "@bochiso/shared/text";

/** Units of the catalogue with their texts. Vietnamese as in `catalog/indicators.json` (`meta.units`). */
export const UNITS: Readonly<Record<string, Text>> = {
  bn_vnd: { vi: "tỷ đồng", en: "billion VND" },
  musd: { vi: "triệu USD", en: "million USD" },
  mvnd: { vi: "triệu đồng", en: "million VND" },
  usd: { vi: "USD", en: "USD" },
  pct: { vi: "%", en: "%" },
  pp: { vi: "điểm %", en: "pp" },
  index_pct: { vi: "% (kỳ gốc = 100)", en: "% (base = 100)" },
  persons: { vi: "người", en: "persons" },
  kpersons: { vi: "nghìn người", en: "thousand persons" },
  households: { vi: "hộ", en: "households" },
  houses: { vi: "căn nhà", en: "houses" },
  ha: { vi: "ha", en: "ha" },
  kha: { vi: "nghìn ha", en: "thousand ha" },
  ktonnes: { vi: "nghìn tấn", en: "thousand tonnes" },
  cases: { vi: "vụ/ca", en: "cases" },
  incidents: { vi: "vụ", en: "incidents" },
  vehicles: { vi: "phương tiện", en: "vehicles" },
  vessels: { vi: "tàu", en: "vessels" },
  km: { vi: "km", en: "km" },
  m: { vi: "m", en: "m" },
  mm: { vi: "mm", en: "mm" },
  mw: { vi: "MW", en: "MW" },
  mkwh: { vi: "triệu kWh", en: "million kWh" },
  enterprises: { vi: "doanh nghiệp", en: "enterprises" },
  projects: { vi: "dự án", en: "projects" },
  units: { vi: "căn", en: "dwellings" },
  points: { vi: "điểm", en: "points" },
  points_n: { vi: "điểm (vị trí)", en: "sites" },
  days: { vi: "ngày", en: "days" },
  minutes: { vi: "phút", en: "minutes" },
  vnd_usd: { vi: "đồng/USD", en: "VND/USD" },
  vnd_litre: { vi: "đồng/lít", en: "VND/litre" },
  ug_m3: { vi: "µg/m³", en: "µg/m³" },
  state: { vi: "cấp", en: "level" },
  per10k: { vi: "trên 10.000 dân", en: "per 10,000 inhabitants" },
  per100k: { vi: "trên 100.000 dân", en: "per 100,000 inhabitants" },
  visitors: { vi: "lượt khách", en: "visitors" },
  kheads: { vi: "nghìn con", en: "thousand head" },
  heads: { vi: "con", en: "head" },
  quintal_ha: { vi: "tạ/ha", en: "quintals/ha" },
  communes: { vi: "xã", en: "communes" },
  packages: { vi: "gói thầu", en: "works packages" },
  items: { vi: "vụ việc", en: "matters" },
  dossiers: { vi: "hồ sơ", en: "dossiers" },
  ratio: { vi: "lần", en: "times" },
  customers: { vi: "khách hàng", en: "customers" },
  stations: { vi: "trạm", en: "stations" },
  timestamp: { vi: "thời điểm", en: "time" },
  m3_s: { vi: "m³/s", en: "m³/s" },
  outbreaks: { vi: "ổ dịch", en: "outbreaks" },
  beds: { vi: "giường", en: "beds" },
  targets: { vi: "chỉ tiêu", en: "targets" },
  tasks: { vi: "nhiệm vụ", en: "tasks" },
  schools: { vi: "trường", en: "schools" },
  feeds: { vi: "gói dữ liệu", en: "data packages" },
  documents: { vi: "văn bản", en: "documents" },
  cases_admin: { vi: "việc", en: "matters" },
  accounts: { vi: "tài khoản", en: "accounts" },
  students: { vi: "học sinh", en: "students" },
  delegations: { vi: "đoàn", en: "delegations" },
  subscribers_100: { vi: "thuê bao trên 100 dân", en: "subscriptions per 100 inhabitants" },
  organisations: { vi: "tổ chức", en: "organisations" },
  inspections: { vi: "cuộc", en: "inspections" },
};

/** A unit of the unit catalogue. */
export interface Unit {
  readonly code: string;
  readonly name: Text;
}

/** The unit catalogue, in the order of the file. */
export function loadUnits(): Unit[] {
  return Object.entries(UNITS).map(([code, name]) => ({ code, name }));
}
