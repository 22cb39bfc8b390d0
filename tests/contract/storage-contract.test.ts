import { describe } from "vitest";
import { catalogueContract } from "./suites/catalogue-contract.ts";
import { commitContract } from "./suites/commit-contract.ts";
import { feedContract } from "./suites/feed-contract.ts";
import { historyContract } from "./suites/history-contract.ts";
import { pullContract } from "./suites/pull-contract.ts";
import { readingContract } from "./suites/reading-contract.ts";
import { submissionContract } from "./suites/submission-contract.ts";
import { targetContract } from "./suites/target-contract.ts";
import { useContractWorld } from "./world/contract-world.ts";

describe.each(["sqlite", "postgres"] as const)("storage on %s", (dialect) => {
  const world = useContractWorld(dialect);
  describe("history", () => historyContract(world));
  describe("reading", () => readingContract(world));
  describe("commits", () => commitContract(world));
  describe("submissions", () => submissionContract(world));
  describe("feeds", () => feedContract(world));
  describe("pulled sources", () => pullContract(world));
  describe("catalogue", () => catalogueContract(world));
  describe("targets", () => targetContract(world));
});
