import { Worker } from "node:worker_threads";
import { DomainError } from "@bochiso/shared/errors";
import type { ForecastInput, HiddenForecast, ShownForecast } from "@bochiso/shared/forecast";
import type { ForecastAnswer, ForecastQuestion } from "./forecast-thread.ts";

/** What a series' forecast came to. */
export type Forecast = ShownForecast | HiddenForecast;

/** Forecasts series away from the event loop, each series once per state of its values. */
export interface Forecaster {
  /** `key` names the series and the state of its values. Throws `busy`. */
  run(key: string, input: ForecastInput): Promise<Forecast>;
  /** Forecasts computed so far, for tests and metrics. */
  computations(): number;
}

const MAX_ENTRIES = 500;
/** More questions than these are refused instead of piling up: a back-test takes up to a tenth of a second. */
const MAX_WAITING = 100;

interface Waiting {
  resolve(found: Forecast): void;
  reject(error: Error): void;
}

/**
 * A back-test of 36 origins with eight methods takes 10 to 80 ms and would hold up every other answer: it runs in a thread of
 * its own, started with the first question. Answers are kept by key; the least recently used go first.
 */
export function createForecaster(): Forecaster {
  const known = new Map<string, Promise<Forecast>>();
  const thread = createThread();
  let computed = 0;
  return {
    computations: () => computed,
    run(key, input) {
      const found = known.get(key) ?? start();
      known.delete(key);
      known.set(key, found);
      const oldest = known.size > MAX_ENTRIES ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      return found;

      function start(): Promise<Forecast> {
        computed += 1;
        const asked = thread.ask(input);
        asked.catch(() => {
          if (known.get(key) === asked) known.delete(key);
        });
        return asked;
      }
    },
  };
}

function createThread(): { ask(input: ForecastInput): Promise<Forecast> } {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  function launch(): Worker {
    const started = new Worker(new URL("./forecast-thread.ts", import.meta.url));
    started.on("message", (answer: ForecastAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      settle(started);
      if ("found" in answer) asked?.resolve(answer.found);
      else asked?.reject(new Error(answer.failed));
    });
    const ended = (error: Error): void => {
      if (worker !== started) return;
      worker = null;
      for (const asked of waiting.values()) asked.reject(error);
      waiting.clear();
    };
    started.on("error", ended);
    started.on("exit", (code) => ended(new Error(`the forecasting thread ended with ${code}`)));
    return started;
  }

  /** The thread holds the process only while someone waits for it. */
  function settle(it: Worker): void {
    if (waiting.size === 0) it.unref();
    else it.ref();
  }

  return {
    async ask(input) {
      if (waiting.size >= MAX_WAITING) throw busy();
      worker ??= launch();
      const asked = worker;
      last += 1;
      const question: ForecastQuestion = { id: last, input };
      return await new Promise<Forecast>((resolve, reject) => {
        waiting.set(question.id, { resolve, reject });
        settle(asked);
        asked.postMessage(question);
      });
    },
  };
}

function busy(): DomainError {
  return new DomainError(
    "busy",
    { waiting: MAX_WAITING },
    {
      vi: "Hệ thống đang lập nhiều dự báo; vui lòng thử lại sau ít phút.",
      en: "Too many forecasts are being made; please try again.",
    },
  );
}
