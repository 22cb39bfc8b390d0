import { pullSourceByCode } from "@bochiso/db/repositories/pulls";
import type { EntryEffect } from "@bochiso/shared/entry";
import type { PullConfig, PullPreview, PullPreviewInput } from "@bochiso/shared/pull";
import { submissionOf } from "../../file-drop/entry-submission.ts";
import { newId } from "../../platform/ids.ts";
import { fetchSource } from "../../pull/fetch/fetch-source.ts";
import type { MappedAnswer } from "../../pull/mapping/map-answer.ts";
import { mapInThread } from "../../pull/mapping/map-in-thread.ts";
import { asRecordErrors } from "../../pull/mapping/record-errors.ts";
import { pullFault } from "../../pull/pull-fault.ts";
import { effectOf } from "../feed-entry/check-entry.ts";
import { requireAccepting } from "../feed-entry/require-accepting.ts";
import { rowChanges } from "../feed-entry/row-changes.ts";
import { worldOf } from "../screen/world-of.ts";
import type { PullScreenDeps } from "./pull-screen-deps.ts";

const LISTED = { errors: 50, rows: 20 };
/** A preview asks whatever was said last time. */
const NO_VALIDATORS = { etag: null, lastModified: null };

/** Trials of a source, one at a time: whoever presses twice does not ask the source twice. */
export function createPreview(deps: PullScreenDeps): (input: PullPreviewInput) => Promise<PullPreview> {
  const trying = new Set<string>();
  return async ({ source: code }) => {
    if (trying.has(code)) throw pullFault("pull-busy", { source: code });
    trying.add(code);
    try {
      return await previewPull(deps, code);
    } finally {
      trying.delete(code);
    }
  };
}

/** What a run would do now. Nothing is stored. Throws `pull-unknown`, `feed-not-accepting`, and what keeps a source from being read. */
async function previewPull(deps: PullScreenDeps, code: string): Promise<PullPreview> {
  const source = await deps.store.read((tx) => pullSourceByCode(tx, code));
  if (source === null) throw pullFault("pull-unknown", { source: code });
  await requireAccepting(deps, source.feed);
  const { config } = source;
  const fetched = await fetchSource({
    config,
    validators: NO_VALIDATORS,
    places: deps.config,
    // Its own limits end it.
    signal: new AbortController().signal,
    now: deps.clock.now().getTime(),
  });
  if (fetched.kind !== "content") throw new Error("nothing was asked that could be unmodified");
  const mapped = await mapInThread(fetched.body, config);
  const effect = mapped.rowCount === 0 ? null : await tried(deps, config, mapped);
  const ofRows = effect === null ? [] : asRecordErrors(effect.errors, mapped, config.rows);
  const errorCount = mapped.errorCount + (effect?.errorCount ?? 0);
  return {
    httpStatus: fetched.status,
    bytes: fetched.body.byteLength,
    records: mapped.records,
    rowCount: mapped.rowCount,
    leftOut: mapped.leftOut,
    rows: mapped.sample.slice(0, LISTED.rows),
    errors: [...mapped.errors, ...ofRows].slice(0, LISTED.errors),
    errorCount,
    // Its faults are told by record, above.
    effect: effect === null ? null : { ...effect, errors: [], errorCount: 0 },
    wouldRefuse: config.strict && errorCount > 0,
  };
}

/** The effect of an answer, its first rows told one by one. */
async function tried(
  deps: PullScreenDeps,
  { feed }: PullConfig,
  { body, rowCount, sample: rows }: MappedAnswer,
): Promise<EntryEffect> {
  const idempotencyKey = `check-${newId(deps.clock)}`;
  const submission = submissionOf({ feed, body, idempotencyKey, actor: "check", at: deps.clock.now().toISOString() });
  const effect = await effectOf(deps, submission, rowCount);
  const changes = await deps.store.read(async (tx) => {
    const world = worldOf(await deps.catalogue.current(tx), deps.demo);
    return await rowChanges(tx, world, { rows, outcomes: effect.outcomes });
  });
  return { ...effect, changes };
}
