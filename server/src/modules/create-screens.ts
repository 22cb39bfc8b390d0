import { createExplainOnSnapshot } from "../compute/explain-on-snapshot.ts";
import { createLiveBus, createOutboxReader, followChanges, type LiveBus, type OutboxReader } from "../live/index.ts";
import type { Services } from "../services.ts";
import type { ScreenServices } from "../trpc/index.ts";
import { getComparison } from "./comparison/get-comparison.ts";
import type { ExplainOnSnapshot } from "./explain/explain-port.ts";
import { createExplanationCache } from "./explain/explanation-cache.ts";
import { getExplanation } from "./explain/get-explanation.ts";
import { createFeedEntryServices } from "./feed-entry/create-feed-entry-services.ts";
import { createFeedServices } from "./feeds/create-feed-services.ts";
import { createForecaster } from "./forecast/forecaster.ts";
import { getForecast } from "./forecast/get-forecast.ts";
import { checkFormulaText } from "./formula/check-formula-text.ts";
import { evaluateFormulaText } from "./formula/evaluate-formula-text.ts";
import { getFormulaCatalogue } from "./formula/get-formula-catalogue.ts";
import { getGroup } from "./groups/get-group.ts";
import { getIndicator } from "./indicators/get-indicator.ts";
import { listIndicators } from "./indicators/list-indicators.ts";
import { getOverTime } from "./over-time/get-over-time.ts";
import { getOverview } from "./overview/get-overview.ts";
import { createPeriodLockServices } from "./period-locks/create-period-lock-services.ts";
import { createPullServices } from "./pulls/create-pull-services.ts";
import { createQualityServices } from "./quality/create-quality-services.ts";
import { createScreenCache, type ScreenCache } from "./screen/screen-cache.ts";
import { searchScreens } from "./search/search-screens.ts";
import { getShell } from "./shell/get-shell.ts";

/** The screens of an instance with their live connection. Start `live` before requests are taken; stop it at the end. */
export interface Screens {
  services: ScreenServices;
  live: OutboxReader;
  bus: LiveBus;
  cache: ScreenCache;
}

/** Wires the screens to the store, the catalogue and the writer's hints. */
export function createScreens(
  services: Services,
  explain: ExplainOnSnapshot = createExplainOnSnapshot(services.catalogue),
): Screens {
  const { store, clock, catalogue, config, logger, instance, version, writer, feedNotes } = services;
  const cache = createScreenCache(() => clock.now().getTime());
  const explanations = createExplanationCache();
  const deps = { store, clock, catalogue, demo: config.demo, cache, explain, explanations };
  const forecastDeps = { ...deps, forecaster: createForecaster() };
  const bus = createLiveBus();
  const live = createOutboxReader({ store, bus, logger });
  writer.onCommitted(() => live.poke());
  return {
    services: {
      getShell: () => getShell({ deps, version, readOnly: services.storageGate.isLow() }),
      getOverview: (input) => getOverview({ deps, input }),
      getGroup: (input) => getGroup({ deps, input }),
      getIndicator: (input) => getIndicator({ deps, input }),
      getOverTime: (input) => getOverTime({ deps, input }),
      getForecast: (input) => getForecast({ deps: forecastDeps, input }),
      getFormulaCatalogue: () => getFormulaCatalogue({ deps }),
      checkFormula: (input) => checkFormulaText({ deps, input }),
      evaluateFormula: (input) => evaluateFormulaText({ deps, input }),
      getComparison: (input) => getComparison({ deps, input }),
      getExplanation: (input) => getExplanation({ deps, input }),
      listIndicators: (input) => listIndicators({ deps, input }),
      feeds: createFeedServices({ ...deps, writer }),
      feedEntry: createFeedEntryServices({ ...deps, writer, feedNotes }),
      pulls: createPullServices({ ...deps, writer, config }),
      quality: createQualityServices({ ...deps, writer }),
      periodLocks: createPeriodLockServices(services),
      search: (input) => searchScreens({ deps, input }),
      follow: (sinceSeq, signal) => followChanges({ store, bus, clock, instance }, sinceSeq, signal),
    },
    live,
    bus,
    cache,
  };
}
