import type { PullConfig, PullSourceModel } from "@bochiso/shared/pull";
import type { ReactNode } from "react";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Age } from "../common/age.tsx";
import { mappingText } from "./mapping-text.ts";
import { PullStatus } from "./pull-status.tsx";
import { scheduleText } from "./schedule-text.ts";
import { sizeText } from "./size-text.ts";
import { pullWords } from "./words.ts";

/** How a source stands, and when it is asked. */
export function PullFacts({ source }: { source: PullSourceModel }) {
  const t = useWords(pullWords);
  const language = useLanguage();
  const { nextAt, answeredAt, config } = source;
  return (
    <dl className="fd-facts">
      <Fact name={t.state}>
        <PullStatus source={source} />
      </Fact>
      <Fact name={t.next}>{nextAt === null ? t.noNext : formatReceived(nextAt, language)}</Fact>
      <Fact name={t.schedule}>{scheduleText(config.schedule, language)}</Fact>
      <Fact name={t.answered}>{answeredAt === null ? t.neverAnswered : <Age at={answeredAt} />}</Fact>
    </dl>
  );
}

/** What a steward has to know of a configuration to judge what it brings. Secrets are not in it. */
export function ConfigFacts({ source }: { source: PullSourceModel }) {
  const t = useWords(pullWords);
  const language = useLanguage();
  const { config, version, changedAt, changedBy } = source;
  const by = changedBy === "cli" ? t.byCommand : changedBy.replace(/^person:/, "");
  return (
    <details>
      <summary>{t.config}</summary>
      <p className="fd-note">{t.configOf(version, formatReceived(changedAt, language), by)}</p>
      <dl className="fd-facts">
        <Fact name={t.url}>
          <code>{config.url}</code>
        </Fact>
        <Fact name={t.format}>
          {config.format.kind === "json" ? t.json(config.format.records) : t.csv(t.delimiters[config.format.delimiter])}
        </Fact>
        <Fact name={t.secret}>{secretText(config, t)}</Fact>
        <Fact name={t.faulty}>{config.strict ? t.strict : t.lenient}</Fact>
        <Fact name={t.limits}>{t.limitsOf(config.limits.timeoutSeconds, sizeText(config.limits.bytes, language))}</Fact>
        <Fact name={t.inside}>
          {config.privateAddresses.length === 0 ? t.noneInside : <code>{config.privateAddresses.join(", ")}</code>}
        </Fact>
      </dl>
      <h3 className="fd-h3">{t.mapping}</h3>
      {config.rows.map((row) => (
        <dl key={JSON.stringify(row)} className="fd-facts">
          {mappingText(row, language).map(({ name, from }) => (
            <Fact key={name} name={name}>
              {from}
            </Fact>
          ))}
        </dl>
      ))}
    </details>
  );
}

const SECRET_NAMES = { bearer: "Bearer", basic: "Basic", header: "" } as const;

function secretText({ secret }: PullConfig, t: (typeof pullWords)["vi"]): string {
  if (secret === undefined) return t.noSecret;
  const { kind, name = "", env, file = "" } = secret;
  return t.secretIn(SECRET_NAMES[kind] || name, env ?? `pull-secrets/${file}`);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
