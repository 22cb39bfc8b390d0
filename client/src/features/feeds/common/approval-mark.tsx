import type { Approval } from "@bochiso/shared/feed";
import { defineDictionary } from "@bochiso/shared/i18n";
import { useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";

const words = defineDictionary({
  vi: { pending: "Chờ duyệt", approved: "Đã duyệt", returned: "Trả lại" },
  en: { pending: "Awaiting approval", approved: "Approved", returned: "Returned" },
});

const SHAPES = { pending: "cham", approved: "dat", returned: "khong" } as const satisfies Record<
  Approval["state"],
  string
>;

/** How the sign-off of a submission stands: shape and word. */
export function ApprovalMark({ approval: { state } }: { approval: Approval }) {
  const t = useWords(words);
  return (
    <span className={`st st-${SHAPES[state]}`}>
      <Icon name={`s-${SHAPES[state]}`} size={14} />
      {t[state]}
    </span>
  );
}
