export { AgencyList, AreaList, CodelistList, IndicatorList, IndicatorSet, SetList } from "./catalogue.ts";
export { Explanation, ExplanationNode, ExplanationPart } from "./explanation.ts";
export { ExpectedValues, FeedState, HeartbeatNoted } from "./feeds.ts";
export { AreaBasisWord, ObservationPage, WayWord, WireObservation } from "./observations.ts";
export { Problem, RowsRefusedProblem } from "./problem.ts";
export { Alive, NotReady, PublishedLimits, Ready, ReceiptKeys, ServiceIndex } from "./service.ts";
export { AcceptedSubmission, CheckedSubmission, StoredSubmission } from "./submission-answers.ts";
export { ReportedRow, RetractionRow, SubmissionEnvelope, SubmittedRow, submissionBody } from "./submission-body.ts";
export { SubmissionWarning } from "./submission-warning.ts";
