import type { CardModel, GroupModel, IndicatorModel, OverviewModel } from "@bochiso/shared/screen";
import { ScopeId } from "@bochiso/shared/screen";
import type { PutTargetsOutput, TargetEntry } from "../../server/src/modules/targets/target-command.ts";
import type { SeededScreens } from "./seeded-screens.ts";

/** The fictional province: the only place that may carry what a test invents. */
export const MAU = ScopeId.parse("tinh/MAU");
const FEED = "demo.tinhmau";
const AT = "2026-11-22T02:00:00.000Z";

let sent = 0;

/** Pushes values of one indicator of the fictional province: period → value. */
export async function push(
  { commands }: Pick<SeededScreens, "commands">,
  indicator: string,
  values: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  sent += 1;
  const observations = Object.entries(values).map(([period, value]) => ({
    indicator,
    area: "demo:MAU",
    period,
    value,
    status: "A" as const,
    note: "thử",
    ...more,
  }));
  const submission = { feed: FEED, source: { publisher: FEED, document: "thử" }, observations };
  const batch = { feed: FEED, recordedAt: AT, idempotencyKey: `targets/${sent}`, submission };
  await commands["replay-batches"]({ batches: [batch] });
}

/** A target of the fictional province: exports of 1,200 million USD in 2026 unless told otherwise. */
export function anEntry(
  changes: Readonly<Record<string, unknown>> = {},
  more: { unit?: string; reason?: string } = {},
): TargetEntry {
  const target = {
    id: "t-export-2026",
    indicator: "trade.export.value",
    area: "demo:MAU",
    goal: { kind: "value", value: 1200 },
    by: "2026",
    legalBasis: {
      number: "Nghị quyết thử số 1",
      date: "2025-12-10",
      issuer: { vi: "Hội đồng nhân dân Tỉnh Mẫu", en: "People's Council of Tỉnh Mẫu" },
      clause: "khoản 2 Điều 1",
    },
    validity: { from: "2026-01-01", to: "2026-12-31" },
    ...changes,
  };
  return { kind: "assign", target, unit: more.unit ?? "musd", reason: more.reason ?? null };
}

/** Assigns, corrects or retires. */
export function put(
  { commands }: Pick<SeededScreens, "commands">,
  ...entries: TargetEntry[]
): Promise<PutTargetsOutput> {
  return commands["put-targets"]({ entries, actor: "user:can-bo", recordedAt: null, onlyNew: false });
}

/** The codes of the faults told, in order. */
export function codesOf(output: PutTargetsOutput): string[] {
  return output.kind === "refused" ? output.problems.map(({ code }) => code) : [];
}

type Services = SeededScreens["services"];

/** The page of an indicator in the fictional province. */
export function page(services: Services, code: string, period: string | null = null): Promise<IndicatorModel> {
  return services.getIndicator({ scope: MAU, code, period });
}

/** Its card as every screen that has it shows it. */
export async function cardsOf(
  services: Services,
  code: string,
  group: string,
  period: string | null = null,
): Promise<{ page: IndicatorModel; group: GroupModel; home: OverviewModel; cards: CardModel[] }> {
  const [own, whole, home] = await Promise.all([
    page(services, code, period),
    services.getGroup({ scope: MAU, group, period }),
    services.getOverview({ scope: MAU, period }),
  ]);
  const rows = home.groups.flatMap(({ bands }) => bands.flatMap((band) => band.rows));
  const shown = [own.card, ...whole.cards, ...home.cards, ...rows].filter((card) => card.ref.indicator === code);
  return { page: own, group: whole, home, cards: shown };
}
