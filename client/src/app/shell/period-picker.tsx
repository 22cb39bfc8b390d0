import { Link, useSearch } from "@tanstack/react-router";
import { useFrame } from "../../lib/frame/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { Dropdown, Icon } from "../../ui/index.ts";
import { periodChoices } from "./period-choices.ts";
import { shellWords } from "./words.ts";

/** The months that have data in this scope, with how many indicators reach each, what is missing between, and the latest of each indicator. */
export function PeriodPicker() {
  const t = useWords(shellWords);
  const text = useText();
  const language = useLanguage();
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
          {periodChoices(frame?.periods ?? [], language).map((choice) =>
            choice.kind === "gap" ? (
              <li key={`before ${choice.id}`} className="none">
                {t.periodGap(choice.from, choice.to)}
              </li>
            ) : (
              <li key={choice.period.id}>
                <Link
                  to="."
                  search={(before) => ({ ...before, ky: choice.period.id })}
                  onClick={close}
                  aria-current={choice.period.id === ky || undefined}
                >
                  {text(choice.period.label)}{" "}
                  {choice.period.indicators === undefined ? null : (
                    <small>{t.periodReach(choice.period.indicators)}</small>
                  )}
                </Link>
              </li>
            ),
          )}
        </ul>
      )}
    </Dropdown>
  );
}
