import { useWords } from "../../lib/i18n/index.ts";
import { Dropdown, Icon } from "../../ui/index.ts";
import { ToolList } from "./tools.tsx";
import { shellWords } from "./words.ts";

/** The tools on screens too narrow for the row in the navigation. */
export function ToolsMenu() {
  const t = useWords(shellWords);
  return (
    <Dropdown className="tools-menu" panelClassName="right" name={t.tools} label={<Icon name="i-more" size={20} />}>
      {() => (
        <div className="menu">
          <ToolList />
        </div>
      )}
    </Dropdown>
  );
}
