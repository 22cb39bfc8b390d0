import { Link, useSearch } from "@tanstack/react-router";
import { useFrame } from "../../lib/frame/index.ts";
import { useText, useWords } from "../../lib/i18n/index.ts";
import { Dropdown, Icon } from "../../ui/index.ts";
import { shellWords } from "./words.ts";

/** The months that have data in this scope, and the latest of each indicator. */
export function PeriodPicker() {
  const t = useWords(shellWords);
  const text = useText();
  const { ky } = useSearch({ from: "__root__" });
  const frame = useFrame((state) => state.frame);
  const chosen = frame?.periods.find((period) => period.id === ky);
  const label = ky === undefined ? t.latest : chosen === undefined ? ky : text(chosen.short);
  return (
    <Dropdown
      name={t.periodName(label)}
      label={
        <>
          <span>{t.period}</span> <b>{label}</b>
          <Icon name="i-down" size={12} />
        </>
      }
    >
      {(close) => (
        <ul className="menu">
          <li>
            <Link
              to="."
              search={(before) => ({ ...before, ky: undefined })}
              onClick={close}
              aria-current={ky === undefined || undefined}
            >
              {t.latest} <small>{t.latestDetail}</small>
            </Link>
          </li>
          {frame?.periods.map((period) => (
            <li key={period.id}>
              <Link
                to="."
                search={(before) => ({ ...before, ky: period.id })}
                onClick={close}
                aria-current={period.id === ky || undefined}
              >
                {text(period.label)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Dropdown>
  );
}
