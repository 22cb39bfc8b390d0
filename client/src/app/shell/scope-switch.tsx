import type { ScopeOption } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { scopeLink, useScope } from "../../lib/scope/index.ts";
import { shellQuery, useSource } from "../../lib/source/index.ts";
import { Dropdown, Icon } from "../../ui/index.ts";
import { scopeGroups } from "./scope-groups.ts";
import { shellWords } from "./words.ts";

/** Whose dashboard is shown: the Government, a ministry or a province. */
export function ScopeSwitch() {
  const t = useWords(shellWords);
  const text = useText();
  const scope = useScope();
  const options = useQuery(shellQuery(useSource())).data?.scopes ?? [];
  const current = options.find((option) => option.id === scope);
  const label = current === undefined ? (scope === "cp" ? t.government : scope) : text(current.name);
  return (
    <Dropdown
      panelClassName="scopes"
      name={t.scope(label)}
      label={
        <>
          <b>{label}</b>
          <Icon name="i-down" size={12} />
        </>
      }
    >
      {(close) => <ScopeList options={options} scope={scope} close={close} />}
    </Dropdown>
  );
}

function ScopeList({ options, scope, close }: { options: ScopeOption[]; scope: string; close: () => void }) {
  const t = useWords(shellWords);
  const text = useText();
  const [query, setQuery] = useState("");
  const groups = scopeGroups(options, query, useLanguage());
  return (
    <>
      <input
        className="drop-find"
        type="search"
        value={query}
        placeholder={t.findScope}
        aria-label={t.findScope}
        onChange={(event) => setQuery(event.target.value)}
      />
      {groups.length === 0 ? <p className="drop-none">{t.noScope}</p> : null}
      {groups.map((group) => (
        <section key={group.name} aria-label={group.name}>
          <h3>{group.name}</h3>
          <ul className="menu">
            {group.options.map((option) => (
              <li key={option.id}>
                <Link {...scopeLink(option.id)} onClick={close} aria-current={option.id === scope || undefined}>
                  {text(option.name)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
