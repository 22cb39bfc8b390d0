import { DomainError } from "@bochiso/shared/errors";
import type { ScreenSource } from "../lib/source/index.ts";
import { fixtureEntry } from "./entry-fixtures.ts";
import { anExplanation } from "./explanation-fixtures.ts";
import { aComparison, headlineCards } from "./fixtures.ts";
import { aForecast } from "./forecast-fixtures.ts";
import { aGoodFormula, FORMULA_CATALOGUE } from "./formula-fixtures.ts";
import { aGroupModel, indicatorRows } from "./group-fixtures.ts";
import { indicatorByCode } from "./indicator-fixtures.ts";
import { aJudgedOverview } from "./judged-cards.ts";
import { anOverview, shell } from "./overview-fixtures.ts";
import { fixtureFeeds, fixtureQuality } from "./steward-source.ts";
import { targetByCode } from "./target-fixtures.ts";
import { fixtureTools } from "./tool-fixtures.ts";

const soon = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), 30));
const absent = (what: string): Promise<never> =>
  Promise.reject(new DomainError("fixture-absent", { what }, { vi: "Chưa có dữ liệu thử", en: "No fixture" }));

/** A server made of fixtures, for `vite --mode fixtures` and for tests. */
export function fixtureSource(patch: Partial<ScreenSource> = {}): ScreenSource {
  return {
    shell: () => soon(shell),
    overview: ({ scope }) => soon(scope === "tinh/MAU" ? aJudgedOverview() : anOverview({}, scope)),
    group: () => soon(aGroupModel()),
    indicator: ({ code }) => (code === "khong.co" ? absent(code) : soon(targetByCode(code) ?? indicatorByCode(code))),
    forecast: () => soon(aForecast()),
    overTime: ({ code }) => absent(code),
    formulaCatalogue: () => soon(FORMULA_CATALOGUE),
    checkFormula: () => soon(aGoodFormula()),
    evaluateFormula: () => soon({ ok: true, node: anExplanation() }),
    comparison: () => soon(aComparison()),
    explain: () => soon({ ...anExplanation(), asOf: null }),
    indicators: () => soon(indicatorRows()),
    search: ({ text }) =>
      soon(
        headlineCards
          .filter((card) => card.name.vi.toLowerCase().includes(text.toLowerCase()))
          .map((card) => ({
            kind: "indicator" as const,
            code: card.ref.indicator,
            name: card.name,
            detail: card.areaName,
            path: `/chi-so/${card.ref.indicator}`,
          })),
      ),
    feeds: fixtureFeeds(),
    quality: fixtureQuality(),
    entry: fixtureEntry(),
    tools: async () => fixtureTools(),
    listen(sinceSeq, { onOpened, onEvent }) {
      const beat = () =>
        onEvent({ kind: "beat", seq: sinceSeq, serverTime: new Date().toISOString(), instance: "fixture" });
      const opening = setTimeout(() => {
        onOpened();
        beat();
      }, 50);
      const timer = setInterval(beat, 10_000);
      return () => {
        clearTimeout(opening);
        clearInterval(timer);
      };
    },
    ...patch,
  };
}
