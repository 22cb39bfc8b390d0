import { pino } from "pino";
import { expect, it, vi } from "vitest";
import type { AdvanceOutput } from "../definitions/advance-definition-changes.ts";
import type { Services } from "../services.ts";
import { followDefinitionChanges } from "./follow-definition-changes.ts";

const logger = pino({ level: "silent" });
const config = { dataDir: "/nonexistent" } as Services["config"];

it("takes a change further step by step, and says that a newer server holds it", async () => {
  const left: AdvanceOutput[] = ["further", "further", "held"];
  const execute = vi.fn<() => Promise<AdvanceOutput>>(() => Promise.resolve(left.shift() ?? "held"));
  const warn = vi.spyOn(logger, "warn");
  const stop = followDefinitionChanges({ config, writer: { execute } as unknown as Services["writer"], logger });
  await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(1));
  await stop();
  expect(execute).toHaveBeenCalledTimes(3);
});
