import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "./paths.ts";

it("finds the folder of the workspace from any depth", () => {
  const root = repositoryRoot();
  expect(existsSync(join(root, "pnpm-workspace.yaml"))).toBe(true);
  expect(repositoryRoot(join(root, "server/dist"))).toBe(root);
});

it("says that the installation is incomplete when there is none", () => {
  expect(() => repositoryRoot("/")).toThrow("pnpm-workspace.yaml");
});
