import { headCommit } from "@bochiso/db/repositories/commits";
import { countFlags, listFlags, listQualityRules } from "@bochiso/db/repositories/quality";
import type { ReadTx } from "@bochiso/db/store";
import { holdsArea } from "@bochiso/shared/feed";
import { isoInstant, parseInstant } from "@bochiso/shared/period";
import type { QualityScoreRow, QualityScoresModel, QualityShare } from "@bochiso/shared/screen";

import type { Catalogue } from "../../catalogue/catalogue.ts";
import { connectedSince } from "../../feeds/connected-since.ts";
import { deliveryStart } from "../../feeds/delivery-start.ts";
import { ruleBookOf } from "../../quality/rule-book.ts";
import { readStrips } from "../feeds/read-strips.ts";
import { countChecks } from "./count-checks.ts";
import type { QualityDeps } from "./quality-deps.ts";
import type { QualityWindowInput } from "./quality-input.ts";
import { type QualityWindow, qualityWindow } from "./quality-window.ts";

/** Flags read to subtract what is doubted; beyond it a system has other troubles. */
const MOST_FLAGS = 100_000;

const FORMULAS: QualityScoresModel["formulas"] = {
  onTime: {
    vi: "Số chỉ tiêu theo kỳ đã nhận đúng hạn ÷ số đến hạn (chỉ tính chỉ tiêu đã từng được gửi, từ khi nguồn tự gửi lần đầu).",
    en: "Indicators by period received on time ÷ those due (of indicators ever sent, since the source first sent something itself).",
  },
  complete: {
    vi: "Số liệu dự kiến đã có ÷ số liệu dự kiến của các kỳ đã gửi, theo quy tắc đủ số liệu.",
    en: "Expected figures that arrived ÷ figures expected of the periods sent, by the rules of completeness.",
  },
  valid: {
    vi: "Số liệu không vi phạm hoặc đã được xác nhận đúng ÷ số liệu có quy tắc về khoảng hợp lý, thay đổi, đơn vị tính.",
    en: "Figures that break nothing or were confirmed ÷ figures with a rule of range, change or unit.",
  },
  consistent: {
    vi: "Lần kiểm tra tổng và thành phần, quan hệ giữa các chỉ số mà đúng hoặc đã được xác nhận ÷ số lần kiểm tra được.",
    en: "Checks of sums and relations that hold or were confirmed ÷ checks that could be made.",
  },
};

/** Scores of every feed that ever sent something. Counted once per sequence of commits and window. */
export async function getQualityScores(deps: QualityDeps, input: QualityWindowInput): Promise<QualityScoresModel> {
  const now = deps.clock.now().getTime();
  const window = qualityWindow(input, now);
  const head = await deps.store.read((tx) => headCommit(tx));
  const key = JSON.stringify(["quality-scores", window.from, window.to]);
  return await deps.cache.get(key, head.seq, () =>
    deps.store.read(async (tx) => {
      const catalogue = await deps.catalogue.current(tx);
      return {
        from: window.from,
        to: window.to,
        rows: await scoreRows(tx, { catalogue, window, now }),
        formulas: FORMULAS,
      };
    }),
  );
}

async function scoreRows(
  tx: ReadTx,
  { catalogue, window, now }: { catalogue: Catalogue; window: QualityWindow; now: number },
): Promise<QualityScoreRow[]> {
  const book = await ruleBookOf(tx, catalogue);
  const ownerOf = ownersAt(catalogue, isoInstant(now));
  const checks = await countChecks(tx, { catalogue, book, window, ownerOf });
  const doubted = await doubtedCells(tx, window);
  const onTime = await punctuality(tx, { catalogue, window, now });
  const open = new Map(
    (await countFlags(tx, { states: ["open"] }, { group: "feed" })).map((it) => [it.group, it.flags]),
  );
  const rows = [...catalogue.feeds.values()].map((feed): QualityScoreRow => {
    const own = checks.get(feed.code);
    const less = (share: QualityShare, cells: number): QualityShare => ({
      good: Math.max(0, share.of - cells),
      of: share.of,
    });
    return {
      feed: feed.code,
      feedName: feed.name,
      simulated: feed.simulated,
      onTime: onTime.get(feed.code) ?? NONE,
      complete: own?.complete ?? NONE,
      valid: less(own?.valid ?? NONE, doubted.valid.get(feed.code) ?? 0),
      consistent: less(own?.consistent ?? NONE, doubted.consistent.get(feed.code) ?? 0),
      open: open.get(feed.code) ?? 0,
    };
  });
  return rows.filter(saysSomething).sort((a, b) => b.open - a.open || (a.feed < b.feed ? -1 : 1));
}

const NONE: QualityShare = { good: 0, of: 0 };

function saysSomething({ onTime, complete, valid, consistent, open }: QualityScoreRow): boolean {
  return open > 0 || [onTime, complete, valid, consistent].some(({ of }) => of > 0);
}

/** Which feed owns a cell at a moment. */
function ownersAt(catalogue: Catalogue, at: string): (indicator: string, area: string) => string | null {
  const feedsOf = new Map<string, { feed: string; areas: ReadonlySet<string> }[]>();
  for (const [feed, cells] of catalogue.ownership.scopesAt(at)) {
    for (const [indicator, areas] of cells) {
      const known = feedsOf.get(indicator) ?? [];
      feedsOf.set(indicator, known);
      known.push({ feed, areas });
    }
  }
  return (indicator, area) => feedsOf.get(indicator)?.find(({ areas }) => holdsArea(areas, area))?.feed ?? null;
}

/** By feed: cells with an unresolved flag that was not confirmed, each once. */
async function doubtedCells(
  tx: ReadTx,
  window: QualityWindow,
): Promise<Record<"valid" | "consistent", Map<string, number>>> {
  const flags = await listFlags(
    tx,
    { subject: "value", states: ["open", "wrong"], ended: window },
    { limit: MOST_FLAGS },
  );
  const rules = await ruleKinds(tx);
  const cells = { valid: new Map<string, Set<string>>(), consistent: new Map<string, Set<string>>() };
  for (const { feed, rule, indicator, area, breakdownKey, ordinal } of flags) {
    const isCondition = rules.has(rule);
    const side = isCondition ? cells.consistent : cells.valid;
    const own = side.get(feed ?? "") ?? new Set<string>();
    // Of conditions each check counts, of values each cell.
    side.set(feed ?? "", own.add(`${isCondition ? rule : ""}|${indicator}|${area}|${breakdownKey}|${ordinal}`));
  }
  const sizes = (of: Map<string, Set<string>>): Map<string, number> =>
    new Map([...of].map(([feed, own]) => [feed, own.size]));
  return { valid: sizes(cells.valid), consistent: sizes(cells.consistent) };
}

/** Codes of the rules that are sums or expressions. */
async function ruleKinds(tx: ReadTx): Promise<Set<string>> {
  const rules = await listQualityRules(tx);
  const conditions = rules.filter(({ check }) => check.kind === "sum-of-parts" || check.kind === "expression");
  return new Set(conditions.map(({ code }) => code));
}

/** By feed: what was due within the window and came in time, as the strips of the feeds' screen count it. */
async function punctuality(
  tx: ReadTx,
  { catalogue, window, now }: { catalogue: Catalogue; window: QualityWindow; now: number },
): Promise<Map<string, QualityShare>> {
  const end = parseInstant(`${window.to}T23:59:59.999+07:00`) ?? now;
  const feeds = [...catalogue.feeds.values()];
  const connected = await connectedSince(tx, feeds);
  const strips = await readStrips(tx, {
    catalogue,
    feeds,
    now: isoInstant(Math.min(now, end)),
    start: await deliveryStart(tx),
    connected,
  });
  return new Map(
    [...strips].map(([feed, own]) => {
      const since = connected.get(feed) ?? null;
      const cells = own
        .flatMap(({ strip }) => strip.cells)
        .filter(({ dueAt }) => dueAt !== null && since !== null && dueAt >= since && within(dueAt, window));
      const good = cells.reduce((sum, cell) => sum + cell.onTime, 0);
      const of = cells.reduce((sum, cell) => sum + cell.onTime + cell.late + cell.missing, 0);
      return [feed, { good, of }];
    }),
  );
}

function within(instant: string, { from, to }: QualityWindow): boolean {
  const day = instant.slice(0, 10);
  return from <= day && day <= to;
}
