import { lazy, Suspense, useEffect, useState } from "react";
import { useWords } from "../../lib/i18n/index.ts";
import { Icon } from "../../ui/index.ts";
import { shellWords } from "./words.ts";

const SearchDialog = lazy(async () => ({ default: (await import("./search-dialog.tsx")).SearchDialog }));

const EDITABLE = "input, textarea, select, [contenteditable]";

/** Opens with `/` from anywhere but a text field. */
function useSlash(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(EDITABLE)) return;
      event.preventDefault();
      open();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [open]);
}

export function SearchBox() {
  const t = useWords(shellWords);
  const [open, setOpen] = useState(false);
  useSlash(() => setOpen(true));
  return (
    <>
      <button
        type="button"
        className="search"
        aria-haspopup="dialog"
        aria-label={t.search}
        onClick={() => setOpen(true)}
      >
        <Icon name="i-search" size={16} />
        <span>{t.search}</span>
        <kbd>/</kbd>
      </button>
      {open ? (
        <Suspense fallback={null}>
          <SearchDialog close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
