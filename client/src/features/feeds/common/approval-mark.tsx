import type { Approval } from "@bochiso/shared/feed";
import { defineDictionary } from "@bochiso/shared/i18n";
import { useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";

const words = defineDictionary({
  vi: {
    pending: "Chờ duyệt",
    approved: "Đã duyệt",
    returned: "Đã trả lại",
    owed: "Đã trả lại, chờ gửi lại",
    owedOf: (count: number) => `Đã trả lại, còn ${count} số chờ gửi lại`,
  },
  en: {
    pending: "Awaiting approval",
    approved: "Approved",
    returned: "Returned",
    owed: "Returned, to be sent anew",
    owedOf: (count) => `Returned, ${count} to be sent anew`,
  },
});

const SHAPES = { pending: "cham", approved: "dat", returned: "khong", owed: "cham" } as const satisfies Record<
  Approval["state"] | "owed",
  string
>;

/** How the sign-off of a submission stands, and whether a returned one is still to be sent anew: shape and word. */
export function ApprovalMark({ approval: { state: decided, answeredBy, owed } }: { approval: Approval }) {
  const t = useWords(words);
  const state = decided === "returned" && answeredBy === null ? "owed" : decided;
  return (
    <span className={`st st-${SHAPES[state]}`}>
      <Icon name={`s-${SHAPES[state]}`} size={14} />
      {state === "owed" && owed !== null ? t.owedOf(owed) : t[state]}
    </span>
  );
}
