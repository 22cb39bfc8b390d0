import { Link } from "@tanstack/react-router";
import { useWords } from "../../../lib/i18n/index.ts";
import { qualityWords } from "./words.ts";

/** One narrowing that a link brought, and the way out of it. */
export function OnlyFilter({ name, part }: { name: string; part: "cs" | "qt" | "thang" }) {
  const t = useWords(qualityWords);
  return (
    <span className="qf-only">
      {t.only(name)}{" "}
      <Link
        to="."
        search={(before) => ({ ...before, [part]: undefined, sau: undefined })}
        resetScroll={false}
        className="link"
      >
        {t.drop}
      </Link>
    </span>
  );
}
