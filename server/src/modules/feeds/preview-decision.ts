import type { ApprovalPreview, PreviewDecisionInput } from "@bochiso/shared/feed";
import type { HeldPreview } from "../../feeds/feed-commands.ts";
import { toldEffect } from "../feed-entry/told-effect.ts";
import { readFlagWorld } from "../quality/read-flag-world.ts";
import type { FeedDeps } from "./feed-deps.ts";

/** Where an approval is tried. */
interface Trying {
  execute(command: { name: "preview-decision"; input: { submission: string } }): Promise<HeldPreview>;
}

/**
 * What approving a held submission would bring about now. Its rows are told by `getSubmission`. Throws
 * `submission-unknown`, `already-decided`, `effect-too-large`.
 */
export async function previewDecision(
  deps: Omit<FeedDeps, "writer"> & { readonly writer: Trying },
  input: PreviewDecisionInput,
): Promise<ApprovalPreview> {
  const at = deps.clock.now().toISOString();
  const preview = await deps.writer.execute({ name: "preview-decision", input });
  if (preview.kind === "conflicts") return { ...preview, at };
  const { counts, derived: derivedCount, effect } = preview;
  const told = toldEffect(effect, await deps.store.read((tx) => readFlagWorld(tx, deps)));
  const { outcomes } = effect;
  return { kind: "effect", at, effect: { counts, outcomes, changes: [], derivedCount, ...told, ...NO_FAULTS } };
}

/** Rows with faults are conflicts here. */
const NO_FAULTS = { errors: [], errorCount: 0, faulty: [] };
