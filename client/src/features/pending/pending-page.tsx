import { Link } from "@tanstack/react-router";
import { useWords } from "../../lib/i18n/index.ts";
import { useScope } from "../../lib/scope/index.ts";
import { pendingWords } from "./words.ts";

/** An entry of the navigation that is not built yet says so, what it will hold, and on which clause it rests. */
export function PendingPage({ entry }: { entry: "programmes" | "tasks" | "emergencies" }) {
  const t = useWords(pendingWords);
  const own = t[entry];
  const scope = useScope();
  return (
    <div className="page">
      <section className="sheet wide pending">
        <h1>{own.title}</h1>
        <p className="pending-lead">{t.pending}</p>
        <dl>
          <dt>{t.will}</dt>
          <dd>{own.will}</dd>
          <dt>{t.basis}</dt>
          <dd>{own.basis}</dd>
        </dl>
        <p>
          {own.now}{" "}
          <Link to="/chi-so" search={{ dv: scope }} className="link">
            {t.list}
          </Link>
        </p>
      </section>
    </div>
  );
}
