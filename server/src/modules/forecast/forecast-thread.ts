import { parentPort } from "node:worker_threads";
import { type ForecastInput, forecastSeries } from "@bochiso/shared/forecast";

/** A question to the thread. */
export interface ForecastQuestion {
  readonly id: number;
  readonly input: ForecastInput;
}

/** Its answer, or the message of what went wrong. */
export type ForecastAnswer =
  | { readonly id: number; readonly found: ReturnType<typeof forecastSeries> }
  | { readonly id: number; readonly failed: string };

function answer({ id, input }: ForecastQuestion): ForecastAnswer {
  try {
    return { id, found: forecastSeries(input) };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (question: ForecastQuestion) => parentPort?.postMessage(answer(question)));
