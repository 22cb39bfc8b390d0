import type { ExplainedDoubt } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { useText, useWords } from "../../lib/i18n/index.ts";
import { Icon } from "../../ui/index.ts";
import { doubtWords } from "./doubt-words.ts";

/** A reported value that quality rules doubt: icon and words, and the way to the flag. */
export function DoubtMark({ doubt: { flag, state, rule } }: { doubt: ExplainedDoubt }) {
  const t = useWords(doubtWords);
  const text = useText();
  return (
    <p className="ex-doubt">
      <Icon name="i-flag" size={12} />
      <span>
        <b>{t.states[state]}</b>: {text(rule)}.{" "}
        <Link to="/nguon-du-lieu/chat-luong" search={{ cb: String(flag) }} className="link">
          {t.open}
        </Link>
      </span>
    </p>
  );
}
