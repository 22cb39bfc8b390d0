import { Link, useLocation } from "@tanstack/react-router";
import { useWords } from "../../lib/i18n/index.ts";
import { scopeLink, useScope } from "../../lib/scope/index.ts";
import { Icon, type IconName } from "../../ui/index.ts";
import { Tools } from "./tools.tsx";
import { shellWords } from "./words.ts";

/** Which entry a path belongs to. */
function entryOf(path: string): "overview" | "indicators" | "programmes" | "tasks" | "emergencies" | "feeds" {
  const first = path.split("/")[1] ?? "";
  return (
    (
      {
        "chi-so": "indicators",
        nhom: "indicators",
        "cong-thuc": "indicators",
        "chuong-trinh": "programmes",
        "nhiem-vu": "tasks",
        "tinh-huong": "emergencies",
        "nguon-du-lieu": "feeds",
      } as const
    )[first] ?? "overview"
  );
}

function Label({ icon, long, short }: { icon: IconName; long: string; short?: string }) {
  return (
    <>
      <Icon name={icon} size={20} />
      {short === undefined ? (
        <span>{long}</span>
      ) : (
        <>
          <span className="long">{long}</span>
          <span className="short">{short}</span>
        </>
      )}
    </>
  );
}

/** The five entries of a leader; a bottom bar on a phone. */
export function NavBar() {
  const t = useWords(shellWords);
  const scope = useScope();
  const entry = entryOf(useLocation({ select: (location) => location.pathname }));
  const current = (name: typeof entry) => (name === entry ? ({ "aria-current": "page" } as const) : {});
  const search = { dv: scope };
  return (
    <nav className="nav" aria-label={t.mainNav}>
      <Link {...scopeLink(scope)} {...current("overview")}>
        <Label icon="n-1" long={t.overview} />
      </Link>
      <Link to="/chi-so" search={search} {...current("indicators")}>
        <Label icon="n-2" long={t.indicators} />
      </Link>
      <Link to="/chuong-trinh" search={search} {...current("programmes")}>
        <Label icon="n-3" long={t.programmes} short={t.programmesShort} />
      </Link>
      <Link to="/nhiem-vu" search={search} {...current("tasks")}>
        <Label icon="n-4" long={t.tasks} />
      </Link>
      <Link to="/tinh-huong" search={search} {...current("emergencies")}>
        <Label icon="n-5" long={t.emergencies} short={t.emergenciesShort} />
      </Link>
      <Tools />
    </nav>
  );
}
