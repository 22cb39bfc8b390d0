export { commitAt, commitBySeq, headCommit } from "./head-commit.ts";
