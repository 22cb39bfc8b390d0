import type { Response } from "express";
import { warningsMember } from "../../../ingestion/receipt/submission-warnings.ts";
import type { IngestOutput, SubmissionCheck } from "../../../writer/commands.ts";
import { rowsRefusedBody } from "../problem-body.ts";
import { requestId } from "../request-id.ts";
import { sendProblemBody } from "../send-problem.ts";
import { markRowsRefused } from "./note-refusals.ts";
import type { Preferences } from "./preferences.ts";

/** Sends what became of a submission, and by which handling (RFC 7240): a misspelt preference must not look granted. */
export function answerSubmission(response: Response, output: IngestOutput, preferences: Preferences): void {
  response.setHeader("Preference-Applied", `handling=${appliedTo(output, preferences)}`);
  if (output.kind === "rows-refused") {
    markRowsRefused(response, output);
    const body = rowsRefusedBody(output.errors, output.errorCount, requestId(response));
    sendProblemBody(response, 422, { ...body, ...warningsMember({ unknownPreferences: preferences.unknown }) });
    return;
  }
  if (output.kind === "checked") {
    answerCheck(response, output.check, preferences);
    return;
  }
  response.status(output.replayed && output.status === 201 ? 200 : output.status);
  response.setHeader("Content-Type", output.contentType);
  response.setHeader("Location", `/api/v1/submissions/${output.submission}`);
  response.setHeader("Cache-Control", "no-store");
  if (output.replayed) response.setHeader("Idempotent-Replayed", "true");
  response.end(output.body);
}

/** A stored submission with refused rows was lenient, whatever its repetition prefers. */
function appliedTo(output: IngestOutput, { handling }: Preferences): Preferences["handling"] {
  return output.kind === "stored" && output.status === 422 ? "lenient" : handling;
}

/** A dry run says what the same request would do; there is no receipt. */
function answerCheck(response: Response, check: SubmissionCheck, { unknown }: Preferences): void {
  const { counts, derived, errors, errorCount } = check;
  const said = { dryRun: true, receipt: null, counts, derived, ...warningsMember({ unknownPreferences: unknown }) };
  if (errorCount > 0) {
    const members = rowsRefusedBody(errors, errorCount, requestId(response));
    sendProblemBody(response, 422, { ...members, ...said });
    return;
  }
  response.setHeader("Cache-Control", "no-store").json({ ...said, errors, errorCount });
}
