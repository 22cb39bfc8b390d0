import { Link } from "@tanstack/react-router";
import { useWords } from "../../lib/i18n/index.ts";
import { Clocks } from "./clocks.tsx";
import { PeriodPicker } from "./period-picker.tsx";
import { ScopeSwitch } from "./scope-switch.tsx";
import { SearchBox } from "./search-box.tsx";
import { ToolsMenu } from "./tools-menu.tsx";
import { shellWords } from "./words.ts";

export function TopBar() {
  const t = useWords(shellWords);
  return (
    <div className="bar">
      <Link className="brand" to="/cp" aria-label={t.product}>
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
          <path d="M3 19v-6M9 19V9M15 19V4" stroke="currentColor" strokeWidth="3.400" />
          <path d="M18.500 10.500h3" stroke="currentColor" strokeWidth="2" />
        </svg>
        <span>{t.product}</span>
      </Link>
      <div className="picks">
        <ScopeSwitch />
        <PeriodPicker />
      </div>
      <SearchBox />
      <Clocks />
      <ToolsMenu />
    </div>
  );
}
