import { Outlet, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { LazyExplanationPanel } from "../../features/explanation/index.ts";
import { LazyStatusPanel } from "../../features/status-basis/index.ts";
import { LanguageContext, useWords } from "../../lib/i18n/index.ts";
import { LiveRegion } from "../../ui/index.ts";
import { ConnectionBanner } from "./connection-banner.tsx";
import { NavBar } from "./nav-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import { useFocusHeading } from "./use-focus-heading.ts";
import { useLiveConnection } from "./use-live-connection.ts";
import { WallFrame } from "./wall-frame.tsx";
import { shellWords } from "./words.ts";

/** The frame around every page: chrome, banners, the panels of explanation and of status, and the live region. */
export function Shell() {
  const { ngonngu, manhinh, giaithich, cancu } = useSearch({ from: "__root__" });
  const language = ngonngu ?? "vi";
  useLiveConnection(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      {manhinh === "1" ? (
        <WallFrame>
          <Outlet />
        </WallFrame>
      ) : (
        <Desk />
      )}
      {cancu === undefined ? null : <LazyStatusPanel basis={cancu} />}
      {giaithich === undefined ? null : <LazyExplanationPanel cell={giaithich} />}
      <LiveRegion />
    </LanguageContext>
  );
}

function Desk() {
  const t = useWords(shellWords);
  useFocusHeading();
  return (
    <>
      <a className="skip" href="#noi-dung">
        {t.skip}
      </a>
      <header className="chrome">
        <TopBar />
        <NavBar />
      </header>
      <ConnectionBanner />
      <main id="noi-dung" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
