// @vitest-environment jsdom
import type { LiveChange } from "@bochiso/shared/screen";
import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { anExplanation } from "../../testing/explanation-fixtures.ts";
import { aComparison } from "../../testing/fixtures.ts";
import { anOverview } from "../../testing/overview-fixtures.ts";
import type { LiveHandlers } from "../source/index.ts";
import { connectLive, SILENCE_MS, setPaused } from "./connect-live.ts";
import { createLiveStore, heldCount } from "./live-store.ts";
import { isTouched } from "./touches.ts";

const change = (changed: LiveChange["changed"], seq = 101): LiveChange => ({ kind: "change", seq, changed });
const beat = (seq: number, instance = "a") =>
  ({ kind: "beat", seq, instance, serverTime: "2026-11-22T01:00:00Z" }) as const;

describe("isTouched", () => {
  it("touches the overview of the scope whose area changed, and no other", () => {
    const hanoi = { "fin.revenue": ["01"] };
    expect(isTouched("overview", anOverview({ comparison: null }, "tinh/01"), hanoi)).toBe(true);
    expect(isTouched("overview", anOverview({ comparison: null }, "tinh/79"), hanoi)).toBe(false);
    expect(isTouched("overview", anOverview({ comparison: null }, "bo/moh"), { x: ["VN"] })).toBe(true);
    expect(isTouched("overview", anOverview({}, "tinh/MAU"), { x: ["demo:MAU"] })).toBe(true);
  });

  it("touches every overview that compares the indicator", () => {
    const scores = { "psq.annual.total": ["56"] };
    expect(isTouched("overview", anOverview({}, "tinh/01"), scores)).toBe(true);
    expect(isTouched("comparison", aComparison(), scores)).toBe(true);
    expect(isTouched("comparison", aComparison(), { "fdi.new_capital": ["56"] })).toBe(false);
  });

  it("touches an explanation by any of its inputs", () => {
    expect(isTouched("explain", anExplanation(), { "trade.import.value": ["VN"] })).toBe(true);
    expect(isTouched("explain", anExplanation(), { "trade.import.value": ["01"] })).toBe(false);
  });

  it("leaves queries without data and unknown kinds alone", () => {
    expect(isTouched("overview", undefined, { x: ["VN"] })).toBe(false);
    expect(isTouched("shell", {}, { x: ["VN"] })).toBe(false);
  });
});

function world() {
  let handlers: LiveHandlers | null = null;
  let time = 1_000;
  const queryClient = new QueryClient();
  const invalidate = vi.spyOn(queryClient, "invalidateQueries").mockResolvedValue();
  const store = createLiveStore(time);
  const source = {
    listen(_since: number, given: LiveHandlers) {
      handlers = given;
      return () => {
        handlers = null;
      };
    },
  };
  const stop = connectLive({ source, queryClient, store, now: () => time }, 100);
  const send = (...events: Parameters<LiveHandlers["onEvent"]>) => handlers?.onEvent(...events);
  const lose = () => handlers?.onLost();
  const pass = (ms: number) => {
    time += ms;
    vi.advanceTimersByTime(ms);
  };
  return { store, queryClient, invalidate, stop, send, lose, pass, connected: () => handlers !== null };
}

describe("connectLive", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("is online after the first sign of life and takes over the server's clock", () => {
    const { store, send } = world();
    expect(store.getState().connection).toBe("connecting");
    send(beat(100));
    expect(store.getState()).toMatchObject({ connection: "online", instance: "a" });
    expect(store.getState().clockOffset).toBe(Date.parse("2026-11-22T01:00:00Z") - 1_000);
  });

  it("does nothing on a beat that brings no news", () => {
    const { send, invalidate } = world();
    send(beat(100));
    send(beat(100));
    expect(invalidate).not.toHaveBeenCalled();
  });

  it("invalidates once per change and remembers its sequence", () => {
    const { send, invalidate, store } = world();
    send(beat(100));
    send(change({ "trade.balance": ["VN"] }, 101));
    send(beat(101));
    expect(invalidate).toHaveBeenCalledTimes(1);
    expect(store.getState().seq).toBe(101);
  });

  it("reads lists of feeds and what waits for sign-off anew where no value changed, and nothing else", () => {
    const { send, queryClient, invalidate } = world();
    for (const key of [["feeds"], ["submission", { id: "s-1" }], ["keys", "moh"], ["shell"], ["indicators", {}]])
      queryClient.setQueryData(key, {});
    send({ ...change({}, 101), feeds: ["moh"] });
    const predicate = invalidate.mock.calls[0]?.[0]?.predicate;
    const touched = queryClient.getQueryCache().findAll({ predicate: (query) => predicate?.(query) === true });
    expect(touched.map(({ queryKey }) => queryKey[0])).toEqual(["feeds", "submission", "keys"]);
  });

  it("catches up once when a beat shows that events were missed", () => {
    const { send, invalidate, store } = world();
    send(beat(100));
    send(beat(107));
    send(beat(107));
    expect(invalidate).toHaveBeenCalledTimes(1);
    expect(store.getState().seq).toBe(107);
  });

  it("catches up after a restart of the server, even one that starts from an older sequence", () => {
    const { send, invalidate, store } = world();
    send(beat(100));
    send(beat(90, "b"));
    expect(invalidate).toHaveBeenCalledTimes(1);
    expect(store.getState()).toMatchObject({ seq: 90, instance: "b" });
  });

  it("holds changes back while paused, counts them once, and applies them on resume", () => {
    const { send, invalidate, store, queryClient } = world();
    setPaused({ queryClient, store }, true);
    send(change({ a: ["VN", "01"], b: ["VN"] }, 101));
    send(change({ a: ["VN"] }, 102));
    expect(invalidate).not.toHaveBeenCalled();
    expect(heldCount(store.getState().held)).toBe(3);
    setPaused({ queryClient, store }, false);
    expect(invalidate).toHaveBeenCalledTimes(2);
    expect(store.getState().held).toEqual([]);
  });

  it("says when the connection is lost, by the stream or by silence, and comes back", () => {
    const { send, lose, pass, store } = world();
    send(beat(100));
    lose();
    expect(store.getState().connection).toBe("reconnecting");
    send(beat(100));
    expect(store.getState().connection).toBe("online");
    pass(SILENCE_MS + 6_000);
    expect(store.getState().connection).toBe("reconnecting");
  });

  it("stops listening when the application goes", () => {
    const { stop, connected } = world();
    stop();
    expect(connected()).toBe(false);
  });
});
