import { SCOPE_ID } from "@bochiso/shared/screen";

/** What an address holds, not read yet. Pages that open first must not carry a schema library for these few fields. */
type Given = Readonly<Record<string, unknown>>;

/** Anything unreadable falls back to the default instead of failing. */
function text(given: unknown, max: number): string | undefined {
  return typeof given === "string" && given.length <= max ? given : undefined;
}
function matching(given: unknown, pattern: RegExp): string | undefined {
  return typeof given === "string" && pattern.test(given) ? given : undefined;
}
function oneOf<const T extends string>(given: unknown, words: readonly T[]): T | undefined {
  return words.find((word) => word === given);
}

const MONTH = /^[0-9][0-9A-Za-z/-]{3,15}$/;

/**
 * What every screen keeps in its address: `ky` (kỳ) a month id, absent = the latest of each indicator; `manhinh` wall
 * mode; `ngonngu`; `db` địa bàn cũ hay mới, absent = the one with data; `giaithich` the cell whose explanation is open,
 * `indicator~area~breakdown~period~measure`; `cancu` (căn cứ) the indicator whose status is explained,
 * `indicator~breakdown`.
 */
export function appSearch({ ky, manhinh, ngonngu, db, giaithich, cancu }: Given): AppSearch {
  return {
    ky: matching(ky, MONTH),
    manhinh: oneOf(manhinh, ["1"]),
    ngonngu: oneOf(ngonngu, ["en"]),
    db: oneOf(db, ["cu", "moi"]),
    giaithich: text(giaithich, 400),
    cancu: text(cancu, 400),
  };
}
export interface AppSearch {
  ky?: string | undefined;
  manhinh?: "1" | undefined;
  ngonngu?: "en" | undefined;
  db?: "cu" | "moi" | undefined;
  giaithich?: string | undefined;
  cancu?: string | undefined;
}

/** Pages outside an overview carry their scope as `dv` (đơn vị). */
export function scopedSearch({ dv }: Given): ScopedSearch {
  return { dv: matching(dv, SCOPE_ID) };
}
interface ScopedSearch {
  dv?: string | undefined;
}

/**
 * Nhóm chỉ số: `xem` thẻ, bảng, bản đồ, xếp hạng; `tim` words of the name; `loc` only with or without data, or one
 * status; `sx` order (of the set, by name, change on the year, age of the figures); `cs` the indicator on the map and
 * in the ranking.
 */
export function groupSearch(given: Given): GroupSearch {
  return {
    ...scopedSearch(given),
    xem: oneOf(given.xem, ["the", "bang", "bando", "xephang"]),
    tim: text(given.tim, 100),
    loc: text(given.loc, 40),
    sx: oneOf(given.sx, ["ten", "thaydoi", "kymoi"]),
    cs: text(given.cs, 120),
  };
}
interface GroupSearch extends ScopedSearch {
  xem?: "the" | "bang" | "bando" | "xephang" | undefined;
  tim?: string | undefined;
  loc?: string | undefined;
  sx?: "ten" | "thaydoi" | "kymoi" | undefined;
  cs?: string | undefined;
}

/** Chỉ số: `pt` phân tổ (breakdown key), `so` number of periods of the trend, `theo` in which periods it is shown. */
export function indicatorSearch(given: Given): IndicatorSearch {
  return {
    ...scopedSearch(given),
    pt: text(given.pt, 300),
    so: oneOf(given.so, ["13", "25", "61"]),
    theo: oneOf(given.theo, ["ngay", "tuan", "thang", "quy", "6thang", "nam"]),
  };
}
interface IndicatorSearch extends ScopedSearch {
  pt?: string | undefined;
  so?: "13" | "25" | "61" | undefined;
  theo?: "ngay" | "tuan" | "thang" | "quy" | "6thang" | "nam" | undefined;
}

/** Danh sách chỉ số: `tim` words of name or code, `lv` lĩnh vực, `co` only those with data. */
export function indicatorsSearch(given: Given): IndicatorsSearch {
  return { ...scopedSearch(given), tim: text(given.tim, 100), lv: text(given.lv, 20), co: oneOf(given.co, ["1"]) };
}
interface IndicatorsSearch extends ScopedSearch {
  tim?: string | undefined;
  lv?: string | undefined;
  co?: "1" | undefined;
}

/**
 * Công thức: `ct` the formula being tried, `kt` kỳ tính (type of its periods), `dd` địa điểm (area code), `tk` thử tại kỳ,
 * absent = the newest that its operands have.
 */
export function formulaSearch(given: Given): FormulaSearch {
  return {
    ...scopedSearch(given),
    ct: text(given.ct, 2_000),
    kt: matching(given.kt, /^[a-z-]{3,10}$/),
    dd: matching(given.dd, /^[0-9A-Za-z:_]{1,20}$/),
    tk: text(given.tk, 40),
  };
}
interface FormulaSearch extends ScopedSearch {
  ct?: string | undefined;
  kt?: string | undefined;
  dd?: string | undefined;
  tk?: string | undefined;
}

/** Nguồn dữ liệu: `tt` trạng thái, `tim` words of the name, code or agency. */
export function feedsSearch(given: Given): FeedsSearch {
  return {
    tt: oneOf(given.tt, [
      "cho-duyet",
      "tre-han",
      "tra-lai",
      "thieu",
      "lay-loi",
      "loi",
      "chua-noi",
      "chua-gui",
      "ngung",
      "im-lang",
    ]),
    tim: text(given.tim, 100),
  };
}
interface FeedsSearch {
  tt?:
    | "cho-duyet"
    | "tre-han"
    | "tra-lai"
    | "thieu"
    | "lay-loi"
    | "loi"
    | "chua-noi"
    | "chua-gui"
    | "ngung"
    | "im-lang"
    | undefined;
  tim?: string | undefined;
}

/**
 * Một kênh: `xem` its part (absent: tình hình), `loc` which submissions, `sau` the page of submissions after a cursor, `kx` the
 * period whose expected figures are shown.
 */
export function feedSearch(given: Given): FeedSearch {
  return {
    xem: oneOf(given.xem, ["luot", "lay", "khoa", "hop-dong"]),
    loc: oneOf(given.loc, ["cho-duyet", "tra-lai", "co-loi"]),
    sau: text(given.sau, 200),
    kx: text(given.kx, 40),
  };
}
interface FeedSearch {
  xem?: "luot" | "lay" | "khoa" | "hop-dong" | undefined;
  loc?: "cho-duyet" | "tra-lai" | "co-loi" | undefined;
  sau?: string | undefined;
  kx?: string | undefined;
}

/** Nhập số liệu: `kn` kỳ nhập (absent: the newest that is over), `loc` which cells, `tim` words of the indicator. */
export function entrySearch(given: Given): EntrySearch {
  return {
    kn: text(given.kn, 60),
    loc: oneOf(given.loc, ["chua", "da", "moi", "tat-ca"]),
    tim: text(given.tim, 100),
  };
}
interface EntrySearch {
  kn?: string | undefined;
  loc?: "chua" | "da" | "moi" | "tat-ca" | undefined;
  tim?: string | undefined;
}

/** Một lượt gửi: `tu` the first of the values listed. */
export function submissionSearch({ tu }: Given): SubmissionSearch {
  return { tu: matching(tu, /^\d{1,9}$/) };
}
interface SubmissionSearch {
  tu?: string | undefined;
}

/**
 * Chất lượng: `xem` its part (absent: cảnh báo), `tt` trạng thái of flags (absent: open and wrong), `kenh` feed, `cs` indicator, `qt` quy tắc, `lo` of values
 * or deliveries, `sau` the page after a cursor, `cb` the flag that is open, `theo` lines of the heat table, `den` its last
 * month, `thang` the month in which the periods of flags end.
 */
export function qualitySearch(given: Given): QualitySearch {
  return {
    xem: oneOf(given.xem, ["theo-thang", "diem", "quy-tac", "khoa-ky"]),
    tt: oneOf(given.tt, ["mo", "dung", "sai", "het", "tat-ca"]),
    kenh: text(given.kenh, 120),
    cs: text(given.cs, 120),
    qt: text(given.qt, 120),
    lo: oneOf(given.lo, ["so-lieu", "viec-gui"]),
    sau: matching(given.sau, /^\d{1,12}$/),
    cb: matching(given.cb, /^\d{1,12}$/),
    theo: oneOf(given.theo, ["quy-tac", "kenh"]),
    den: matching(given.den, /^\d{4}-\d{2}$/),
    thang: matching(given.thang, /^\d{4}-\d{2}$/),
  };
}
interface QualitySearch {
  xem?: "theo-thang" | "diem" | "quy-tac" | "khoa-ky" | undefined;
  tt?: "mo" | "dung" | "sai" | "het" | "tat-ca" | undefined;
  kenh?: string | undefined;
  cs?: string | undefined;
  qt?: string | undefined;
  lo?: "so-lieu" | "viec-gui" | undefined;
  sau?: string | undefined;
  cb?: string | undefined;
  theo?: "quy-tac" | "kenh" | undefined;
  den?: string | undefined;
  thang?: string | undefined;
}

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
