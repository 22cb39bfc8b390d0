import { periodWithin } from "@bochiso/shared/card";
import type { ForecastModel } from "@bochiso/shared/screen";
import type { ForecastInput } from "../../trpc/screen-services.ts";
import { planOf } from "../indicators/get-indicator.ts";
import { indicatorOf } from "../screen/indicator-of.ts";
import { onSnapshot, type ScreenDeps } from "../screen/screen-deps.ts";
import { buildForecastModel } from "./build-forecast-model.ts";
import type { Forecaster } from "./forecaster.ts";
import { noForecast } from "./no-forecast.ts";
import { readForecastSeries } from "./read-forecast-series.ts";

/** What the forecast of a series works with. */
export interface ForecastDeps extends ScreenDeps {
  forecaster: Forecaster;
}

/**
 * The forecast of the series on the Chỉ số screen. Asked for after the screen's one query: nothing above it waits for a
 * back-test. The snapshot is released before the thread computes. Throws `indicator-unknown`.
 */
export async function getForecast({
  deps,
  input,
}: {
  deps: ForecastDeps;
  input: ForecastInput;
}): Promise<ForecastModel> {
  const { scope, period, code, breakdown } = input;
  const request = { kind: "forecast", scope, period, key: [code, breakdown] };
  const series = await onSnapshot(deps, request, async (context) => {
    const { reading, plan } = await planOf(context, indicatorOf(context.world, code), breakdown);
    return await readForecastSeries(context, reading.book, plan);
  });
  if ("code" in series) {
    const until = series.newest === null ? undefined : periodWithin(series.newest);
    return noForecast(series.subject, series.code, until);
  }
  const { definition, history, breaks } = series;
  const { periodType, accumulation, valueType, aggregation, limits, display } = definition;
  const subject = { periodType, accumulation, valueType, aggregation, limits, display };
  return buildForecastModel(series, await deps.forecaster.run(series.key, { subject, history, breaks }));
}
