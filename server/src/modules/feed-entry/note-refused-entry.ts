import type { EntrySaveInput } from "@bochiso/shared/entry";
import { DomainError } from "@bochiso/shared/errors";
import { refusedRows } from "../../feeds/refused-rows.ts";
import type { Services } from "../../services.ts";
import type { IngestOutput } from "../../writer/commands.ts";
import { personText } from "../feeds/key-actions.ts";

type NoteDeps = Pick<Services, "feedNotes" | "clock">;
type Refused = Pick<EntrySaveInput, "feed" | "by"> & { readonly idempotencyKey: string };

/** Refusals whose cause is in what was sent or agreed; of any other code the steward of the feed can mend nothing. */
const NOTED: ReadonlySet<string> = new Set(["feed-not-accepting", "idempotency-key-reused", "effect-too-large"]);

/**
 * Saves, and notes what is refused of it among the refusals of the feed, with the person who entered it: a fault in what is
 * typed or in a file is as much the feed's as one that a system sends.
 */
export async function notingRefusedEntry(
  deps: NoteDeps,
  refused: Refused,
  save: () => Promise<IngestOutput>,
): Promise<IngestOutput> {
  try {
    const output = await save();
    if (output.kind === "rows-refused") note(deps, refused, refusedRows(output));
    return output;
  } catch (error) {
    if (error instanceof DomainError && NOTED.has(error.code)) {
      const { code, text } = error;
      note(deps, refused, { code, text, content: text.en, errors: [], errorCount: 0 });
    }
    throw error;
  }
}

function note(
  { feedNotes, clock }: NoteDeps,
  { feed, by, idempotencyKey }: Refused,
  what: ReturnType<typeof refusedRows>,
): void {
  const at = clock.now().toISOString();
  feedNotes.refused({ ...what, feed, keyId: null, person: personText(by), idempotencyKey, requestId: null, at });
}
