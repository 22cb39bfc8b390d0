export { Receipt, ReceiptCounts } from "./receipt.ts";
export { ROW_ERROR_CODES, RowError, RowErrorCode } from "./row-error.ts";
export { Submission, SubmissionSource, SubmittedObservation } from "./submission.ts";
