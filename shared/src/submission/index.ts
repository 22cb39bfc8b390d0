export { Receipt, ReceiptCounts, ReceiptSeal } from "./receipt.ts";
export { ROW_ERROR_CODES, RowError, RowErrorCode } from "./row-error.ts";
export { sealedText } from "./sealed-text.ts";
export { Submission, SubmissionSource, SubmittedObservation } from "./submission.ts";
