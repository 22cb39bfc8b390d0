import { formatAge } from "@bochiso/shared/i18n";
import { useServerTime } from "../../../lib/clock/index.ts";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage } from "../../../lib/i18n/index.ts";

const STEP_MS = 10_000;

/** How long ago something was, running on the server's clock; the moment itself on pointing at it. */
export function Age({ at }: { at: string }) {
  const language = useLanguage();
  const now = useServerTime(STEP_MS);
  return (
    <time dateTime={at} title={formatReceived(at, language)}>
      {formatAge(now - Date.parse(at), language)}
    </time>
  );
}
