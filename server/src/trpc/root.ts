import { liveRouter } from "../live/router.ts";
import { comparisonRouter } from "../modules/comparison/router.ts";
import { explainRouter } from "../modules/explain/router.ts";
import { feedEntryRouter } from "../modules/feed-entry/router.ts";
import { feedsRouter } from "../modules/feeds/router.ts";
import { forecastRouter } from "../modules/forecast/router.ts";
import { formulaRouter } from "../modules/formula/router.ts";
import { groupRouter } from "../modules/groups/router.ts";
import { indicatorRouter, indicatorsRouter } from "../modules/indicators/router.ts";
import { overTimeRouter } from "../modules/over-time/router.ts";
import { overviewRouter } from "../modules/overview/router.ts";
import { periodLocksRouter } from "../modules/period-locks/router.ts";
import { pullsRouter } from "../modules/pulls/router.ts";
import { qualityRouter } from "../modules/quality/router.ts";
import { searchRouter } from "../modules/search/router.ts";
import { shellRouter } from "../modules/shell/router.ts";
import { router } from "./init.ts";

/** One query per screen; live events tell which to ask again. */
export const appRouter = router({
  shell: shellRouter,
  overview: overviewRouter,
  group: groupRouter,
  indicator: indicatorRouter,
  indicators: indicatorsRouter,
  comparison: comparisonRouter,
  explain: explainRouter,
  feeds: feedsRouter,
  feedEntry: feedEntryRouter,
  pulls: pullsRouter,
  forecast: forecastRouter,
  overTime: overTimeRouter,
  formula: formulaRouter,
  periodLocks: periodLocksRouter,
  quality: qualityRouter,
  search: searchRouter,
  live: liveRouter,
});

/** The contract between client and server, imported by the client as a type only. */
export type AppRouter = typeof appRouter;
