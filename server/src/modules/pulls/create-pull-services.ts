import { personActor } from "../feeds/key-actions.ts";
import { listPulls } from "./list-pulls.ts";
import { createPreview } from "./preview-pull.ts";
import type { PullScreenDeps } from "./pull-screen-deps.ts";
import type { PullServices } from "./pull-services.ts";

/** The screen of pulled sources over the store and the writer of an instance. */
export function createPullServices(deps: PullScreenDeps): PullServices {
  const { writer, clock } = deps;
  const now = (): string => clock.now().toISOString();
  return {
    list: (input) => listPulls(deps, input),
    preview: createPreview(deps),
    run: ({ source, by }) => writer.execute({ name: "ask-pull", input: { source, at: now(), actor: personActor(by) } }),
    switch: ({ source, enabled, reason, by }) =>
      writer.execute({
        name: "switch-pull-source",
        input: { source, enabled, reason, at: now(), actor: personActor(by) },
      }),
  };
}
