import type { DemoTargets } from "@bochiso/seed/demo";
import { DomainError } from "@bochiso/shared/errors";
import type { PutTargetsInput, PutTargetsOutput } from "../modules/targets/target-command.ts";

/** The simulated targets of a moment as a command; what a steward changed since is left alone. */
export function demoTargetsInput({ recordedAt, entries }: DemoTargets): PutTargetsInput {
  return { entries, actor: "seed", recordedAt, onlyNew: true };
}

/** Throws `seed-targets-refused` where the catalogue refuses a target of the seed. */
export function requireStored(output: PutTargetsOutput): void {
  if (output.kind === "stored") return;
  const [first] = output.problems;
  throw new DomainError(
    "seed-targets-refused",
    { problems: output.problems.length, entry: first?.entry, code: first?.code },
    {
      vi: `Chỉ tiêu mô phỏng bị từ chối: ${first?.text.vi ?? ""}`,
      en: `The simulated targets are refused: ${first?.text.en ?? ""}`,
    },
  );
}
