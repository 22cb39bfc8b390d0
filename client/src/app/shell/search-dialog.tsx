import type { SearchHit } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, type MouseEvent, useDeferredValue, useState } from "react";
import { useText, useWords } from "../../lib/i18n/index.ts";
import { useScope } from "../../lib/scope/index.ts";
import { searchQuery, useSource } from "../../lib/source/index.ts";
import { Icon, Modal, uiWords } from "../../ui/index.ts";
import { shellWords } from "./words.ts";

/** Finds indicators, scopes and groups as one types; Enter opens the first hit. */
export function SearchDialog({ close }: { close: () => void }) {
  const t = useWords(shellWords);
  const ui = useWords(uiWords);
  const scope = useScope();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const text = useDeferredValue(typed.trim());
  const result = useQuery({ ...searchQuery(useSource(), { text, scope }), enabled: text.length > 0 });
  const hits = text === "" ? [] : (result.data ?? []);
  const go = (hit: SearchHit) => {
    close();
    void router.navigate({ href: hit.path });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const first = hits[0];
    if (first !== undefined) go(first);
  };
  return (
    <Modal label={t.search} className="search-dialog" onClose={close}>
      <form role="search" onSubmit={submit}>
        <Icon name="i-search" size={16} />
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type in it
          autoFocus
          value={typed}
          placeholder={t.searchHint}
          aria-label={t.search}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="button" className="icon-btn" aria-label={ui.close} onClick={close}>
          <Icon name="i-close" size={16} />
        </button>
      </form>
      <p className="search-note" role="status">
        {result.isError
          ? t.searchFailed
          : text === ""
            ? t.searchHint
            : result.isSuccess
              ? hits.length === 0
                ? t.searchEmpty(text)
                : t.searchResults(hits.length)
              : "…"}
      </p>
      <HitList hits={hits} go={go} />
    </Modal>
  );
}

function HitList({ hits, go }: { hits: SearchHit[]; go: (hit: SearchHit) => void }) {
  const text = useText();
  const follow = (hit: SearchHit) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(hit);
  };
  return (
    <ul className="menu hits">
      {hits.map((hit) => (
        <li key={`${hit.kind}:${hit.code}`}>
          <a href={hit.path} onClick={follow(hit)}>
            {text(hit.name)} <small>{text(hit.detail)}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}
