import type { PeriodType } from "@bochiso/shared/period";
import type { Text } from "@bochiso/shared/text";

/** Level of a set: point a, b or c of Art. 10.3. */
export type SetLevel = "government" | "ministry" | "province";

/** Kinds of indicator group of Art. 10.3. */
export type GroupType =
  | "daily-monthly"
  | "national-programmes"
  | "emergency"
  | "adhoc"
  | "local-specific"
  | "council-targets"
  | "assigned-tasks";

/** A group of Art. 10.3 for one level: its code in the catalogue's `groups`, and its wording in the decree. */
export interface GroupTemplate {
  readonly code: string;
  readonly level: SetLevel;
  readonly groupType: GroupType;
  readonly name: Text;
  /** Where it differs from that of its type. */
  readonly shortName?: Text;
  readonly decreeRef: string;
}

const POINT_A = "Điểm a khoản 3 Điều 10 Nghị định 137/2024/NĐ-CP";
const POINT_B = "Điểm b khoản 3 Điều 10 Nghị định 137/2024/NĐ-CP";
const POINT_C = "Điểm c khoản 3 Điều 10 Nghị định 137/2024/NĐ-CP";

const EMERGENCY: Text = {
  vi: "Nhóm chỉ số phục vụ chỉ đạo, điều hành, tương tác trực tuyến trong các tình huống khẩn cấp thiên tai, dịch bệnh, ứng phó sự cố thiên tai và tìm kiếm cứu nạn",
  en: "Indicators for online direction and interaction in emergencies: natural disasters, epidemics, disaster response, search and rescue",
};
const DAILY_MONTHLY: Text = {
  vi: "Nhóm chỉ số phục vụ chỉ đạo, điều hành hằng ngày, hằng tháng về tình hình kinh tế - xã hội",
  en: "Indicators for daily and monthly direction on the socio-economic situation",
};
const PROGRAMMES: Text = {
  vi: "Nhóm chỉ số theo dõi, giám sát việc thực hiện các chương trình mục tiêu quốc gia, dự án quan trọng quốc gia",
  en: "Indicators monitoring the national target programmes and key national projects",
};

/**
 * The groups of Art. 10.3 in the order of the decree, names in its wording. "Các chỉ số đặc thù của địa
 * phương" stands inside the emergency group of point c and is kept as a group of its own.
 */
export const GROUP_TEMPLATES: readonly GroupTemplate[] = [
  {
    code: "gov.daily_monthly_ses",
    level: "government",
    groupType: "daily-monthly",
    name: DAILY_MONTHLY,
    decreeRef: POINT_A,
  },
  {
    code: "gov.national_programmes",
    level: "government",
    groupType: "national-programmes",
    name: PROGRAMMES,
    decreeRef: POINT_A,
  },
  { code: "gov.emergency", level: "government", groupType: "emergency", name: EMERGENCY, decreeRef: POINT_A },
  {
    code: "gov.adhoc",
    level: "government",
    groupType: "adhoc",
    name: {
      vi: "Các nhóm chỉ số theo yêu cầu đột xuất của Chính phủ, Thủ tướng Chính phủ",
      en: "Indicators at the ad-hoc request of the Government and the Prime Minister",
    },
    decreeRef: POINT_A,
  },
  {
    code: "ministry.daily_monthly",
    level: "ministry",
    groupType: "daily-monthly",
    name: {
      vi: "Nhóm chỉ số phục vụ chỉ đạo, điều hành hằng ngày, hằng tháng của lãnh đạo bộ, ngành",
      en: "Indicators for daily and monthly direction by the leaders of the ministry",
    },
    shortName: {
      vi: "Chỉ đạo, điều hành hằng ngày, hằng tháng của lãnh đạo bộ, ngành",
      en: "Daily and monthly direction by the leaders of the ministry",
    },
    decreeRef: POINT_B,
  },
  {
    code: "ministry.national_programmes",
    level: "ministry",
    groupType: "national-programmes",
    name: PROGRAMMES,
    decreeRef: POINT_B,
  },
  { code: "ministry.emergency", level: "ministry", groupType: "emergency", name: EMERGENCY, decreeRef: POINT_B },
  {
    code: "province.daily_monthly_ses",
    level: "province",
    groupType: "daily-monthly",
    name: DAILY_MONTHLY,
    decreeRef: POINT_C,
  },
  {
    code: "province.national_programmes",
    level: "province",
    groupType: "national-programmes",
    name: {
      vi: "Nhóm chỉ số theo dõi, giám sát việc thực hiện các chương trình mục tiêu quốc gia, dự án quan trọng quốc gia trên địa bàn tỉnh, thành phố",
      en: "Indicators monitoring the national target programmes and key national projects in the province",
    },
    decreeRef: POINT_C,
  },
  { code: "province.emergency", level: "province", groupType: "emergency", name: EMERGENCY, decreeRef: POINT_C },
  {
    code: "province.local_specific",
    level: "province",
    groupType: "local-specific",
    name: { vi: "Các chỉ số đặc thù của địa phương", en: "Indicators specific to the locality" },
    decreeRef: POINT_C,
  },
  {
    code: "province.council_targets",
    level: "province",
    groupType: "council-targets",
    name: {
      vi: "Nhóm chỉ số theo dõi, giám sát việc thực hiện các chỉ tiêu được giao tại Nghị quyết của Hội đồng nhân dân cấp tỉnh hằng năm và 5 năm",
      en: "Indicators monitoring the annual and five-year targets of the provincial People's Council",
    },
    decreeRef: POINT_C,
  },
  {
    code: "province.assigned_tasks",
    level: "province",
    groupType: "assigned-tasks",
    name: {
      vi: "Nhóm chỉ số theo dõi, giám sát việc thực hiện các nhiệm vụ được Chính phủ, Thủ tướng Chính phủ giao hằng tháng, quý, năm",
      en: "Indicators monitoring the tasks assigned by the Government and the Prime Minister, monthly, quarterly and yearly",
    },
    decreeRef: POINT_C,
  },
];

/**
 * How blocks and lists call a group, at every level; the wording of the decree stands on the group's own page. No
 * abbreviations.
 */
export const GROUP_SHORT_NAMES = {
  "daily-monthly": {
    vi: "Tình hình kinh tế – xã hội hằng ngày, hằng tháng",
    en: "Socio-economic situation, daily and monthly",
  },
  "national-programmes": {
    vi: "Chương trình mục tiêu, dự án quan trọng quốc gia",
    en: "National target programmes and key projects",
  },
  emergency: {
    vi: "Tình huống khẩn cấp: thiên tai, dịch bệnh, sự cố, tìm kiếm cứu nạn",
    en: "Emergencies: disasters, epidemics, incidents, search and rescue",
  },
  adhoc: { vi: "Theo yêu cầu đột xuất", en: "At ad-hoc request" },
  "local-specific": { vi: "Đặc thù của địa phương", en: "Specific to the locality" },
  "council-targets": {
    vi: "Chỉ tiêu theo Nghị quyết của Hội đồng nhân dân",
    en: "Targets of the People's Council",
  },
  "assigned-tasks": {
    vi: "Nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao",
    en: "Tasks assigned by the Government and the Prime Minister",
  },
} as const satisfies Record<GroupType, Text>;

/** Bands of the first group: hằng ngày (weekly and shorter) and hằng tháng. */
export type Band = "daily" | "monthly";

/** The band of the first group an indicator stands in. */
export const BAND_OF_PERIOD = {
  hour: "daily",
  day: "daily",
  week: "daily",
  "half-month": "monthly",
  month: "monthly",
  quarter: "monthly",
  "half-year": "monthly",
  year: "monthly",
  term: "monthly",
  static: "monthly",
} as const satisfies Record<PeriodType, Band>;
