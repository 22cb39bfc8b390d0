import { formatDate } from "@bochiso/shared/i18n";
import { useNow } from "../../lib/clock/use-now.ts";
import { formatClock, formatReceived } from "../../lib/format/index.ts";
import { useFrame } from "../../lib/frame/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { useLive } from "../../lib/live/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { shellWords } from "./words.ts";

/** The server's time in milliseconds, ticking. */
export function useServerTime(): number {
  const offset = useLive((state) => state.clockOffset);
  return useNow() + offset;
}

/** The three honest clocks: the connection, when the data was received, the period it describes. */
export function Clocks() {
  const t = useWords(shellWords);
  const text = useText();
  const language = useLanguage();
  const connection = useLive((state) => state.connection);
  const paused = useLive((state) => state.paused);
  const frame = useFrame((state) => state.frame);
  const receivedAt = useFrame((state) => state.receivedAt);
  const time = useServerTime();
  const period = frame?.period ?? frame?.latestPeriod ?? null;
  return (
    <div className={classNames("live", `live-${connection}`, paused && "live-paused")}>
      <p>
        <i /> {t.connection[connection]} <time>{formatClock(time)}</time> <span>{formatDate(time, language)}</span>
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
