import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../lib/i18n/index.ts";
import { heldCount, useLive, usePause } from "../../lib/live/index.ts";
import { applyTheme, readTheme, type Theme } from "./theme.ts";
import { shellWords } from "./words.ts";

const THEMES = ["system", "light", "dark"] as const;

function PauseButton() {
  const t = useWords(shellWords);
  const paused = useLive((state) => state.paused);
  const waiting = useLive((state) => heldCount(state.held));
  const pause = usePause();
  return (
    <button type="button" aria-pressed={paused} onClick={() => pause(!paused)}>
      {paused ? t.resume : t.pause}
      {paused && waiting > 0 ? <b className="count">{waiting}</b> : null}
    </button>
  );
}

function ThemeButton() {
  const t = useWords(shellWords);
  const [theme, setTheme] = useState<Theme>(readTheme);
  const names = { system: t.themeSystem, light: t.themeLight, dark: t.themeDark };
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  return (
    <button
      type="button"
      onClick={() => {
        applyTheme(next);
        setTheme(next);
      }}
    >
      {t.theme}: {names[theme]}
    </button>
  );
}

function LanguageLink() {
  const t = useWords(shellWords);
  const { ngonngu } = useSearch({ from: "__root__" });
  const other = ngonngu === "en" ? undefined : ("en" as const);
  return (
    <Link to="." search={(before) => ({ ...before, ngonngu: other })} lang={other ?? "vi"}>
      {t.language}
    </Link>
  );
}

/** Pause, print, wall, theme and language; the same list stands in the menu of narrow screens. */
export function ToolList() {
  const t = useWords(shellWords);
  return (
    <>
      <PauseButton />
      <button type="button" onClick={() => print()}>
        {t.print}
      </button>
      <Link to="/nguon-du-lieu">{t.feeds}</Link>
      <Link to="/cong-thuc">{t.formulas}</Link>
      <Link to="." search={(before) => ({ ...before, manhinh: "1" as const })}>
        {t.wall}
      </Link>
      <ThemeButton />
      <LanguageLink />
    </>
  );
}

export function Tools() {
  return (
    <span className="tools">
      <ToolList />
    </span>
  );
}
