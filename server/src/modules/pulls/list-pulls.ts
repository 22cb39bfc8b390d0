import { listPullRuns, listPullSources, type PullRun, type PullSource } from "@bochiso/db/repositories/pulls";
import type { PullListInput, PullListModel, PullRunLine, PullSourceModel, PullState } from "@bochiso/shared/pull";
import { feedUnknown } from "../../auth/create-key.ts";
import type { PullScreenDeps } from "./pull-screen-deps.ts";

const LISTED_RUNS = 20;
/** What asks for somebody stands first. */
const RANK = {
  failing: 0,
  partial: 1,
  running: 2,
  asked: 2,
  never: 2,
  "in-order": 2,
  disabled: 3,
} as const satisfies Record<PullState, number>;

/** The sources of a feed, each with its last runs. Throws `feed-unknown`. */
export async function listPulls(
  { store, catalogue, clock }: Pick<PullScreenDeps, "store" | "catalogue" | "clock">,
  { feed }: PullListInput,
): Promise<PullListModel> {
  return await store.read(async (tx) => {
    if (!(await catalogue.current(tx)).feeds.has(feed)) throw feedUnknown(feed);
    const sources: PullSourceModel[] = [];
    for (const source of await listPullSources(tx, feed)) {
      sources.push(modelOf(source, await listPullRuns(tx, source.code, LISTED_RUNS)));
    }
    return { now: clock.now().toISOString(), sources: sources.sort((a, b) => RANK[a.state] - RANK[b.state]) };
  });
}

function modelOf(source: PullSource, runs: readonly PullRun[]): PullSourceModel {
  const { code, feed, version, config, changedAt, changedBy, failures, nextAt, answeredAt } = source;
  const stored = { code, feed, version, config, changedAt, changedBy, failures, nextAt, answeredAt };
  return { ...stored, state: stateOf(source, runs), runs: runs.map(lineOf) };
}

/** What is said of a source first: what goes on now, then what asks for somebody. */
function stateOf({ run, askedBy, enabled, failures }: PullSource, runs: readonly PullRun[]): PullState {
  if (run !== null) return "running";
  if (!enabled) return "disabled";
  if (askedBy !== null) return "asked";
  if (failures > 0) return "failing";
  const last = runs.find(({ outcome }) => outcome !== null && outcome !== "interrupted");
  if (last === undefined) return "never";
  return last.outcome === "partial" ? "partial" : "in-order";
}

function lineOf({ faultCode, fault, faultVi, ...run }: PullRun): PullRunLine {
  return {
    ...run,
    fault: faultCode === null ? null : { code: faultCode, text: { vi: faultVi ?? "", en: fault ?? "" } },
  };
}
