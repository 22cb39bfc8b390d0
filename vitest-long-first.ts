import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Short files that take long: a fresh checkout knows no durations, and the length of a file would put them last. */
const LONG = [
  "tests/e2e/accessibility.e2e.ts",
  "tests/faults/",
  "tests/acceptance/",
  "tests/contract/storage-contract.test.ts",
  "tests/contract/random-histories/",
];

/** Starts what takes long first, so that none of it runs alone at the end while the other core has nothing to do. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((path) => moduleId.includes(path));
    // Files of a project stay together.
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) => {
      const own = sorted.filter(({ project }) => project.name === name);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}
