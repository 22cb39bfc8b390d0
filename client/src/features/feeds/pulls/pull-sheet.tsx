import "./pulls.css";
import type { PullSourceModel } from "@bochiso/shared/pull";
import { useMutation } from "@tanstack/react-query";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { Icon, Sheet } from "../../../ui/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { PreviewSheet } from "./preview-sheet.tsx";
import type { PullAct } from "./pull-act.ts";
import { ConfigFacts, PullFacts } from "./pull-facts.tsx";
import { RunsTable } from "./runs-table.tsx";
import { pullWords } from "./words.ts";

interface Props {
  pulled: PullSourceModel;
  onAct: (act: PullAct) => void;
}

/** One source: how it stands, its configuration, its last runs, and what a run would do. */
export function PullSheet({ pulled, onAct }: Props) {
  const t = useWords(pullWords);
  const text = useText();
  const source = useSource();
  const trial = useMutation({ mutationFn: async () => (await source.tools()).previewPull(pulled.code) });
  return (
    <>
      <Sheet title={text(pulled.config.name)} className="wide" more={<code>{pulled.code}</code>}>
        <PullFacts source={pulled} />
        <div className="fd-body fd-pull">
          {pulled.state === "failing" ? <LastFault pulled={pulled} /> : null}
          <p className="fd-acts">
            <button type="button" className="btn" disabled={trial.isPending} onClick={() => trial.mutate()}>
              {trial.isPending ? t.trying : t.try}
            </button>
            <button
              type="button"
              className="btn"
              disabled={pulled.state === "disabled" || pulled.state === "asked"}
              onClick={() => onAct({ kind: "run", source: pulled })}
            >
              {t.now}
            </button>
            <button type="button" className="btn" onClick={() => onAct({ kind: "switch", source: pulled })}>
              {pulled.state === "disabled" ? t.resume : t.pause}
            </button>
          </p>
          <ActFault error={trial.error} />
          <ConfigFacts source={pulled} />
          <h3 className="fd-h3">{t.runs}</h3>
          {pulled.runs.length === 0 ? <p className="fd-note">{t.noRuns}</p> : null}
          {pulled.runs.length === 0 ? null : <RunsTable feed={pulled.feed} runs={pulled.runs} />}
        </div>
      </Sheet>
      {trial.data === undefined ? null : <PreviewSheet preview={trial.data} onClose={trial.reset} />}
    </>
  );
}

/** Why nothing comes, and when it is tried again: what a steward came for. */
function LastFault({ pulled: { runs, nextAt } }: { pulled: PullSourceModel }) {
  const t = useWords(pullWords);
  const text = useText();
  const language = useLanguage();
  const fault = runs.find(({ outcome }) => outcome === "failed")?.fault ?? null;
  if (fault === null) return null;
  return (
    <div className="fd-fault">
      <b>
        <Icon name="s-nguyco" size={14} /> {t.failing}
      </b>
      <p>{text(fault.text)}</p>
      {nextAt === null ? null : (
        <p>
          {t.next}: {formatReceived(nextAt, language)}
        </p>
      )}
    </div>
  );
}
