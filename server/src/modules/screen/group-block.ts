import type { SetGroup } from "@bochiso/seed/catalogue";
import { type DuePeriods, duePeriods, periodWithin } from "@bochiso/shared/card";
import { formatDate } from "@bochiso/shared/i18n";
import type { Period } from "@bochiso/shared/period";
import type { CardModel, GroupBand, GroupBlock, ProgressStatus } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { CardPlan, ScopeReading } from "./card-plan.ts";
import { indicatorsOf } from "./indicator-of.ts";
import type { ScreenWorld } from "./screen-world.ts";

/** Rows of a band on the home screen; the group page has all. */
const ROWS = 6;
/** Rows of the only band that has figures: the others leave it their place beside the map. */
const ROWS_ALONE = 12;
/** Rows of a band nothing of which has arrived: enough to show what will stand there. */
const EMPTY_ROWS = 3;

const BAND_NAME: Record<GroupBand["id"], Text> = {
  daily: { vi: "Hằng ngày", en: "Daily" },
  monthly: { vi: "Hằng tháng", en: "Monthly" },
  all: { vi: "Tất cả", en: "All" },
};

/** A band of a group with the codes it holds, in their order. */
export interface BandCodes {
  id: GroupBand["id"];
  codes: readonly string[];
}

/** The bands of a group: two for the first group of a set, one for the others. */
export function bandsOf(group: SetGroup): BandCodes[] {
  if (group.bands === null) return [{ id: "all", codes: group.indicators }];
  return [
    { id: "daily", codes: group.bands.daily },
    { id: "monthly", codes: group.bands.monthly },
  ];
}

/**
 * How many rows each band may show, so that the blocks fill their column however many have figures; a band with a figure or
 * two takes no place that matters.
 */
export function rowLimit(groups: readonly SetGroup[], { plans }: Pick<ScopeReading, "plans">): number {
  const hasData = (code: string): boolean => plans.get(code)?.answers === true;
  const filled = groups.flatMap(bandsOf).filter(({ codes }) => codes.filter(hasData).length >= EMPTY_ROWS);
  return filled.length === 1 ? ROWS_ALONE : ROWS;
}

/**
 * The first rows of a band: those with data first, each in the order of the group. What already stands among the
 * headline cards comes last.
 */
export function firstRows(
  band: BandCodes,
  { plans }: Pick<ScopeReading, "plans">,
  { headlines, limit }: { headlines: ReadonlySet<string>; limit: number },
): CardPlan[] {
  const all = band.codes.flatMap((code) => plans.get(code) ?? []);
  const rank = ({ definition, answers }: CardPlan): number =>
    (answers ? 0 : 2) + (headlines.has(definition.code) ? 1 : 0);
  const ordered = [0, 1, 2, 3].flatMap((place) => all.filter((plan) => rank(plan) === place));
  const withData = ordered.filter(({ answers }) => answers);
  return withData.length === 0 ? ordered.slice(0, EMPTY_ROWS) : withData.slice(0, limit);
}

/** What a block of a group is built from. */
export interface GroupBlockInput {
  world: ScreenWorld;
  group: SetGroup;
  reading: Pick<ScopeReading, "plans">;
  /** Cards by indicator; rows are those among them. */
  cards: ReadonlyMap<string, CardModel>;
  rowsOf: (band: BandCodes) => readonly string[];
  simulated: boolean;
  /** The period asked for; null = latest per indicator. */
  asked: Period | null;
  now: number;
}

/** The block of a group of Art. 10.3: counts over all its indicators, rows of some. */
export function groupBlock({ world, group, reading, cards, rowsOf, ...moment }: GroupBlockInput): GroupBlock {
  const plans = group.indicators.flatMap((code) => reading.plans.get(code) ?? []);
  const withData = plans.filter(({ answers }) => answers).length;
  return {
    code: group.code,
    name: group.name,
    shortName: group.shortName,
    decreeRef: group.decreeRef,
    state: withData === 0 ? "empty" : "ready",
    stateReason: withData === 0 ? emptyReason(world, group, plans, moment) : null,
    total: group.indicators.length,
    withData,
    statusCounts: statusCounts(plans, cards),
    bands: bandsOf(group).map((band) => ({
      id: band.id,
      name: BAND_NAME[band.id],
      rows: rowsOf(band).flatMap((code) => cards.get(code) ?? []),
    })),
  };
}

/** Statuses over all indicators: of built cards their own; the others have no target and no limits (`judgedPlans` are built). */
function statusCounts(plans: readonly CardPlan[], cards: ReadonlyMap<string, CardModel>): GroupBlock["statusCounts"] {
  const counts = new Map<ProgressStatus, number>();
  for (const { definition } of plans) {
    const status = cards.get(definition.code)?.progress.status ?? "not-assessed";
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].map(([status, count]) => ({ status, count }));
}

/** Why a group has no figures: none of the period asked for, or none at all and the next that is due. */
function emptyReason(
  world: ScreenWorld,
  group: SetGroup,
  plans: readonly CardPlan[],
  { simulated, asked, now }: Pick<GroupBlockInput, "simulated" | "asked" | "now">,
): Text {
  if (asked !== null && plans.some(({ newest }) => newest !== null)) {
    const wanted = periodWithin(asked);
    return {
      vi: `Nhóm này không có số liệu của ${wanted.vi}`,
      en: `This group has no figures for ${wanted.en}`,
    };
  }
  const missing = simulated
    ? { vi: "Chưa có số liệu mô phỏng", en: "No simulated figures yet" }
    : { vi: "Chưa kết nối nguồn dữ liệu của nhóm này", en: "No data source of this group is connected yet" };
  const next = indicatorsOf(world, group.indicators)
    .flatMap((definition) => duePeriods(definition, now) ?? [])
    .reduce<DuePeriods | null>(
      (soonest, each) => (soonest === null || each.next.at < soonest.next.at ? each : soonest),
      null,
    );
  if (next === null) return missing;
  const period = periodWithin(next.next.period);
  return {
    vi: `${missing.vi}; kỳ gần nhất đến hạn: ${period.vi}, hạn ${formatDate(next.next.at, "vi")}`,
    en: `${missing.en}; next due: ${period.en}, by ${formatDate(next.next.at, "en")}`,
  };
}
