import { DomainError } from "@bochiso/shared/errors";
import type { GroupModel } from "@bochiso/shared/screen";
import type { GroupInput } from "../../trpc/screen-services.ts";
import { groupBlock } from "../screen/group-block.ts";
import { indicatorsOf } from "../screen/indicator-of.ts";
import { readCards, readScope } from "../screen/scope-reading.ts";
import { onSnapshot, type ScreenDeps } from "../screen/screen-deps.ts";
import { screenFrame } from "../screen/screen-frame.ts";

/** Every indicator of a group in one scope. Throws `group-unknown` where the scope has no such group. */
export async function getGroup({ deps, input }: { deps: ScreenDeps; input: GroupInput }): Promise<GroupModel> {
  const request = { kind: "group", scope: input.scope, period: input.period, key: [input.group] };
  return await onSnapshot(deps, request, async (context, commitSeq) => {
    const { world, scope, now } = context;
    const group = scope.set.groups.find(({ code }) => code === input.group);
    if (group === undefined) throw groupUnknown(input.group, input.scope);
    const reading = await readScope(context, indicatorsOf(world, group.indicators));
    const cards = await readCards(context, reading.book, [...reading.plans.values()]);
    const byCode = new Map(cards.map((card) => [String(card.ref.indicator), card]));
    return {
      frame: await screenFrame(context, reading, commitSeq),
      group: groupBlock({
        world,
        group,
        reading,
        cards: byCode,
        rowsOf: ({ codes }) => codes,
        simulated: scope.simulated,
        asked: context.asked,
        now,
      }),
      cards,
      siblings: scope.set.groups.map(({ code, shortName }) => ({ code, name: shortName })),
    };
  });
}

function groupUnknown(group: string, scope: string): DomainError {
  return new DomainError(
    "group-unknown",
    { group, scope },
    { vi: `Phạm vi này không có nhóm chỉ số “${group}”.`, en: `This scope has no group “${group}”.` },
  );
}
