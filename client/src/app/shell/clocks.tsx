import { formatDate } from "@bochiso/shared/i18n";
import { useServerTime } from "../../lib/clock/index.ts";
import { formatClock, formatReceived } from "../../lib/format/index.ts";
import { useFrame } from "../../lib/frame/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { connectionWords, useLive } from "../../lib/live/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { shellWords } from "./words.ts";

/** The three honest clocks: the connection, when the data was received, the period it describes. */
export function Clocks() {
  const t = useWords(shellWords);
  const words = useWords(connectionWords);
  const text = useText();
  const language = useLanguage();
  const connection = useLive((state) => state.connection);
  const paused = useLive((state) => state.paused);
  const frame = useFrame((state) => state.frame);
  const receivedAt = useFrame((state) => state.receivedAt);
  const time = useServerTime();
  const newest = useFrame((state) => state.describes);
  const period = newest ?? frame?.period ?? frame?.latestPeriod ?? null;
  return (
    <div className={classNames("live", `live-${connection}`, paused && "live-paused")}>
      <p>
        <i /> {words[connection]} <time>{formatClock(time)}</time> <span>{formatDate(time, language)}</span>
      </p>
      <p className="live-2">
        {receivedAt === null ? null : (
          <>
            {t.received} {formatReceived(receivedAt, language)}
          </>
        )}
        {period === null ? null : (
          <>
            {receivedAt === null ? "" : " · "}
            {t.describes} {text(period.short)}
          </>
        )}
      </p>
    </div>
  );
}
