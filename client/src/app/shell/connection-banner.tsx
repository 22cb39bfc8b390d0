import { useNow } from "../../lib/clock/index.ts";
import { formatDuration, formatReceived } from "../../lib/format/index.ts";
import { useFrame } from "../../lib/frame/index.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { heldCount, useLive, usePause } from "../../lib/live/index.ts";
import { shellWords } from "./words.ts";

/** A short break is not worth a banner. */
const GRACE_MS = 4_000;

/** Says that the screen is frozen, or that the connection is lost and for how long; the age keeps running. */
export function ConnectionBanner() {
  const t = useWords(shellWords);
  const language = useLanguage();
  const connection = useLive((state) => state.connection);
  const since = useLive((state) => state.since);
  const paused = useLive((state) => state.paused);
  const waiting = useLive((state) => heldCount(state.held));
  const loadedAt = useFrame((state) => state.frame?.serverTime);
  const pause = usePause();
  const age = useNow() - since;
  const lost = connection === "offline" || (connection === "reconnecting" && age > GRACE_MS);
  const say = connection === "offline" ? t.offlineBanner : t.reconnectingBanner;
  return (
    <>
      {lost ? (
        <p className="banner banner-lost">
          {say(formatDuration(age, language), loadedAt === undefined ? "—" : formatReceived(loadedAt, language))}
        </p>
      ) : null}
      {paused ? (
        <p className="banner">
          {t.pausedBanner} <b>{t.held(waiting)}</b>
          <button type="button" className="link" onClick={() => pause(false)}>
            {t.resume}
          </button>
        </p>
      ) : null}
    </>
  );
}
