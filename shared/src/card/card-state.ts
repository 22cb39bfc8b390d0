import { formatDate } from "../i18n/format-date.ts";
import { MISSING_REASON_WORDS, VALUE_ERROR_WORDS } from "../i18n/observation-words.ts";
import type { DueRule } from "../indicator/indicator.ts";
import { isoInstant, parseInstant } from "../period/instant.ts";
import { lastDay } from "../period/last-day.ts";
import type { Period } from "../period/period.ts";
import { periodContaining } from "../period/period-containing.ts";
import { periodEnd } from "../period/period-end.ts";
import { periodStart } from "../period/period-start.ts";
import { reportingWindow } from "../period/reporting-window.ts";
import type { BlockState } from "../screen/card.ts";
import type { Text } from "../text/text.ts";
import { type CardPoint, isPartialWhole } from "./card-point.ts";
import { joinNames } from "./comparison-headline.ts";
import type { DuePeriods } from "./due-periods.ts";
import { periodWithin } from "./period-label.ts";
import { absenceReason, type FormerUnit } from "./recast-words.ts";

/** A block's state with its reason in both languages; null when there is nothing to say. */
export interface StateWithReason {
  state: BlockState;
  stateReason: Text | null;
}

/** What a card's state follows from. Instants in epoch milliseconds. */
export interface CardStateInput {
  shown: Period | null;
  point: CardPoint | null;
  /** The period that the screen asks for; null = the latest. */
  asked: Period | null;
  /** The newest period of the series with a value, whatever is asked. */
  latest: Period | null;
  due: DuePeriods | null;
  /** When the period asked for was or is due, and whether that moment has passed; null without a rule or a wish. */
  askedDue?: AskedDue | null | undefined;
  receivedAt: string | null;
  simulated: boolean;
  /** Basis of the due rule: where administrative data windows close. */
  basis?: DueRule["basis"] | undefined;
  /** Provinces before the merger that have published figures of this indicator, with their newest period. */
  former?: FormerFigures | null | undefined;
}

/** The due moment (ISO instant) of the period that a screen asks for. */
export interface AskedDue {
  at: string;
  passed: boolean;
}

/** Figures of the units that a province was merged from, of which none could be recast to it. */
export interface FormerFigures {
  /** Every former unit, and whether it has figures. */
  units: readonly FormerUnit[];
  newest: Period;
  /** Why figures of former units give none for the present unit; null where they do. */
  refusal: Text | null;
}

/** Share of a period that was still to come when a value was received, from which on the value covers a part only. */
const PARTIAL_FROM = 0.25;

/** The state of a card and why; the first that applies of: empty, error, partial, suspect, stale, ready. */
export function cardState(input: CardStateInput): StateWithReason {
  const { shown, point } = input;
  if (shown === null || point === null) return { state: "empty", stateReason: emptyReason(input) };
  if (point.value.kind === "error") {
    const words = VALUE_ERROR_WORDS[point.value.code];
    return withReason("error", { vi: `Không tính được: ${words.vi}`, en: `Not computable: ${words.en}` });
  }
  if (point.value.kind === "missing") {
    if (input.former !== null && input.former !== undefined) return withReason("empty", formerReason(input.former));
    if (point.way === "roll-up" && point.coverage !== null)
      return withReason("empty", partsReason(shown, point.coverage));
    const words = MISSING_REASON_WORDS[point.value.reason];
    return withReason("empty", { vi: sentence(words.vi), en: sentence(words.en) });
  }
  if (point.coverage !== null && isPartialWhole(point))
    return withReason("partial", partialWholeReason(shown, point.coverage));
  if (isPartial(shown, point, input.receivedAt, input.basis))
    return withReason("partial", partialReason(input.receivedAt));
  const doubt = doubtReason(point);
  if (doubt !== null) return withReason("suspect", doubt);
  if (input.asked === null && isStale(shown, input.due))
    return withReason("stale", staleReason(shown, point, input.due));
  return { state: "ready", stateReason: null };
}

/** Which quality rules a value breaks; null where none, or where a steward confirmed it. */
export function doubtReason({ flags }: Pick<CardPoint, "flags">): Text | null {
  if (flags.length === 0) return null;
  const [vi, en] = [flags.map((it) => it.vi).join("; "), flags.map((it) => it.en).join("; ")];
  return { vi: `Nghi ngờ, chờ xác nhận: ${vi}`, en: `Doubtful, to be confirmed: ${en}` };
}

/**
 * Whether a value covers only a part of its period: it was received while at least a quarter of the period was still to
 * come, and it is not an estimate of the whole (E) or a forecast (F).
 */
export function isPartial(
  period: Period,
  point: Pick<CardPoint, "status">,
  receivedAt: string | null,
  basis: DueRule["basis"] = "calendar",
): boolean {
  if (point.status === "E" || point.status === "F" || period.type === "static") return false;
  const received = receivedAt === null ? null : parseInstant(receivedAt);
  if (received === null) return false;
  const end = basis === "administrative" ? windowEnd(period) : periodEnd(period);
  return end - received > PARTIAL_FROM * (end - periodStart(period));
}

/** Administrative figures are complete when their data window of Decree 09/2019 closes, before the calendar period ends. */
function windowEnd(period: Period): number {
  return periodEnd(periodContaining("day", reportingWindow(period).end));
}

function isStale(shown: Period, due: DuePeriods | null): boolean {
  return due !== null && shown.ordinal < due.expected.period.ordinal;
}

function staleReason(shown: Period, { way }: CardPoint, due: DuePeriods | null): Text {
  const until = periodWithin(shown);
  // Some parts or operands may be published for longer: what ends is that all of them are.
  const isWhole = way === "recast" || way === "roll-up" || way === "total";
  const said = isWhole
    ? { vi: `Đủ số liệu các đơn vị đến ${until.vi}`, en: `Every unit has figures up to ${until.en}` }
    : way === "formula"
      ? { vi: `Tính được đến ${until.vi}`, en: `Computable up to ${until.en}` }
      : { vi: `Số liệu công bố đến ${until.vi}`, en: `Figures published up to ${until.en}` };
  if (due === null) return said;
  const expected = periodWithin(due.expected.period);
  return {
    vi: `${said.vi}; kỳ ${expected.vi} đến hạn ${formatDate(due.expected.at, "vi")} chưa nhận`,
    en: `${said.en}; ${expected.en}, due ${formatDate(due.expected.at, "en")}, has not arrived`,
  };
}

function partialReason(receivedAt: string | null): Text {
  if (receivedAt === null) return { vi: "Kỳ chưa kết thúc", en: "The period is not over" };
  const at = isoInstant(parseInstant(receivedAt) ?? 0);
  return {
    vi: `Kỳ chưa kết thúc khi nhận số liệu (${formatDate(at, "vi")}); không so sánh với kỳ đủ`,
    en: `Received ${formatDate(at, "en")}, before the period ended; not compared with whole periods`,
  };
}

function emptyReason({ asked, latest, due, askedDue, simulated, former }: CardStateInput): Text {
  if (asked !== null && latest !== null) return askedReason(asked, latest, askedDue ?? null);
  if (former !== null && former !== undefined) return formerReason(former);
  const missing = simulated
    ? { vi: "Chưa có số liệu mô phỏng", en: "No simulated figures yet" }
    : { vi: "Chưa kết nối nguồn dữ liệu", en: "No data source connected yet" };
  if (due === null) return missing;
  const next = periodWithin(due.next.period);
  return {
    vi: `${missing.vi}; kỳ ${next.vi} đến hạn ${formatDate(due.next.at, "vi")}`,
    en: `${missing.en}; ${next.en} is due ${formatDate(due.next.at, "en")}`,
  };
}

/** Why a period has nothing: it is not due yet, it has not arrived, or nobody ever published it; and what there is instead. */
function askedReason(asked: Period, latest: Period, due: AskedDue | null): Text {
  const [wanted, until] = [periodWithin(asked), periodWithin(latest)];
  const isAhead = lastDay(asked) > lastDay(latest);
  const why =
    due === null || !isAhead
      ? { vi: `Không có số liệu của ${wanted.vi}`, en: `No figure for ${wanted.en}` }
      : due.passed
        ? {
            vi: `Chưa nhận số liệu của ${wanted.vi}, hạn ${formatDate(due.at, "vi")} đã qua`,
            en: `The figure for ${wanted.en}, due ${formatDate(due.at, "en")}, has not arrived`,
          }
        : {
            vi: `Chưa đến hạn có số liệu của ${wanted.vi} (${formatDate(due.at, "vi")})`,
            en: `The figure for ${wanted.en} is not due before ${formatDate(due.at, "en")}`,
          };
  return {
    vi: `${why.vi}; kỳ mới nhất có số liệu là ${until.vi}`,
    en: `${why.en}; the newest period with data is ${until.en}`,
  };
}

function formerReason({ units, newest, refusal }: FormerFigures): Text {
  const until = periodWithin(newest);
  const names = joinNames(units.flatMap(({ name, has }) => (has ? [name] : [])));
  const reason = absenceReason({ value: null, former: units, refusal }) ?? { vi: "", en: "" };
  return {
    vi: `Số liệu công bố theo đơn vị trước sáp nhập (${names.vi}) đến ${until.vi}; ${lowered(reason.vi)}`,
    en: `Published for the units before the merger (${names.en}) up to ${until.en}; ${lowered(reason.en)}`,
  };
}

/** A whole of which some parts have a number: not enough, and how many. */
function partsReason(period: Period, { have, of }: { have: number; of: number }): Text {
  const when = periodWithin(period);
  return {
    vi: `Mới có số liệu ${have}/${of} địa phương của ${when.vi}; chưa đủ để tính số chung`,
    en: `Figures of ${have} of ${of} areas only for ${when.en}; not enough for the whole`,
  };
}

/** A value of some of the parts, where the definition allows one. */
function partialWholeReason(period: Period, { have, of }: { have: number; of: number }): Text {
  const when = periodWithin(period);
  return {
    vi: `Mới tính từ ${have}/${of} địa phương của ${when.vi}; không so sánh với số của đủ các địa phương`,
    en: `Made of ${have} of ${of} areas only for ${when.en}; not compared with figures of all of them`,
  };
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function withReason(state: BlockState, stateReason: Text): StateWithReason {
  return { state, stateReason };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
