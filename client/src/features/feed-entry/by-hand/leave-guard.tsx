import { useBlocker } from "@tanstack/react-router";
import { useWords } from "../../../lib/i18n/index.ts";
import { Modal } from "../../../ui/index.ts";
import { byHandWords } from "./words.ts";

/** Asks before a page with unsaved values is left. Another filter or page of the same grid is no leaving. */
export function LeaveGuard({ count }: { count: number }) {
  const t = useWords(byHandWords);
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => count > 0 && current.pathname !== next.pathname,
    enableBeforeUnload: () => count > 0,
    withResolver: true,
  });
  if (status !== "blocked") return null;
  return (
    <Modal label={t.leaveTitle} className="fe-leave" onClose={reset}>
      <h2>{t.leaveTitle}</h2>
      <p>{t.leaveText(count)}</p>
      <p className="fd-acts">
        <button type="button" className="btn primary" onClick={reset}>
          {t.stay}
        </button>
        <button type="button" className="btn" onClick={proceed}>
          {t.leave}
        </button>
      </p>
    </Modal>
  );
}
