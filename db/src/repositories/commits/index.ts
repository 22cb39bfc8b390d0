export { commitAt, commitBySeq, headCommit } from "./head-commit.ts";
export { lockCommits } from "./lock-commits.ts";
