import type { ExpectedLine, FeedExpectation, FeedModel, FeedStrip } from "@bochiso/shared/feed";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { expectedQuery, useSource } from "../../../lib/source/index.ts";
import { Icon, ScrollBox, Sheet } from "../../../ui/index.ts";
import { ChoiceBox } from "../../listing/index.ts";
import { byPeriodType } from "../common/by-period-type.ts";
import { newestDue } from "../common/feed-standings.ts";
import { Loaded } from "../common/loaded.tsx";
import { periodText } from "../common/period-text.ts";
import { EXPECTED_PLACE } from "../common/places.ts";
import { standingPartWords } from "./standing-words.ts";

/** Periods of each type that can be looked back at here; all of them stand in the tables of the strips. */
const OFFERED = 8;
const NAMED_AREAS = 12;

/** What the feed owes for one period, and what of it is missing where. */
export function ExpectedSheet({ model, period }: { model: FeedModel; period: string | null }) {
  const t = useWords(standingPartWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const offered = model.strips.toSorted(byPeriodType).flatMap(({ cells }) =>
    cells
      .filter(({ state }) => state !== "none")
      .slice(-OFFERED)
      .toReversed(),
  );
  const chosen = period ?? periodToMend(model.strips) ?? offered[0]?.period ?? null;
  if (chosen === null) return null;
  const lacking = new Map(offered.map((cell) => [cell.period, cell.missing]));
  // What is missing stands first.
  const ids = [...new Set([chosen, ...offered.map((cell) => cell.period)])].toSorted(
    (a, b) => Number((lacking.get(b) ?? 0) > 0) - Number((lacking.get(a) ?? 0) > 0),
  );
  const optionText = (id: string) => {
    const [name, missing] = [periodText(id, language), lacking.get(id) ?? 0];
    return missing === 0 ? name : t.lackingIn(name, missing);
  };
  return (
    <Sheet
      id={EXPECTED_PLACE}
      title={t.expectedTitle}
      className="wide"
      more={
        <ChoiceBox<string>
          label={t.expectedPeriod}
          value={chosen}
          options={ids.map((id) => ({ value: id, text: optionText(id) }))}
          onChange={(kx) =>
            void navigate({ to: ".", search: (before) => ({ ...before, kx: kx || undefined }), resetScroll: false })
          }
        />
      }
    >
      <Expected feed={model.code} period={chosen} />
    </Sheet>
  );
}

/** The newest period of which something is missing, of the type that lacks most; else the newest that was due. */
function periodToMend(strips: readonly FeedStrip[]): string | null {
  const newest = strips.flatMap(({ cells }) => newestDue(cells) ?? []);
  const worst = newest.toSorted((a, b) => b.missing - a.missing)[0];
  return worst?.period ?? null;
}

function Expected({ feed, period }: { feed: string; period: string }) {
  const query = useQuery(expectedQuery(useSource(), { feed, period }));
  return (
    <Loaded query={query} height={60} padded>
      {(data) => <Lines feed={feed} expectation={data} />}
    </Loaded>
  );
}

function Lines({ feed, expectation: { period, lines, neverSent } }: { feed: string; expectation: FeedExpectation }) {
  const t = useWords(standingPartWords);
  const text = useText();
  const open = lines.filter(({ state }) => state === "missing" || state === "partial");
  const shown = lines.filter(({ state }) => state !== "received");
  return (
    <div className="fd-body">
      <p className="fd-note">
        {lines.length === 0
          ? t.expectedNone
          : open.length === 0 && shown.length === 0
            ? t.expectedWhole(lines.length)
            : t.expectedMissing(open.length, lines.length)}{" "}
        {open.length === 0 ? null : (
          <Link to="/nguon-du-lieu/$feed/nhap-tay" params={{ feed }} search={{ kn: period }} className="link">
            {t.toEntry}
          </Link>
        )}
      </p>
      {shown.length === 0 ? null : <ExpectedTable lines={shown} />}
      {neverSent.length === 0 ? null : (
        <details>
          <summary>{t.neverSent(neverSent.length)}</summary>
          <ul className="fd-columns">
            {neverSent.map(({ code, name }) => (
              <li key={code}>
                {text(name)} <code>{code}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const SHAPES = {
  missing: "nguyco",
  partial: "cham",
  "not-yet-due": "khong",
  "not-connected": "khong",
  received: "dat",
} as const satisfies Record<ExpectedLine["state"], string>;

function ExpectedTable({ lines }: { lines: readonly ExpectedLine[] }) {
  const t = useWords(standingPartWords);
  const text = useText();
  const language = useLanguage();
  return (
    <ScrollBox className="fd-scroll" label={t.expectedTitle}>
      <table className="fd-table">
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.dueAt}</th>
            <th scope="col">{t.missingAreas}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ indicator, indicatorName, state, dueAt, received, missing }) => (
            <tr key={indicator}>
              <th scope="row">
                {text(indicatorName)}
                <small>
                  <code>{indicator}</code>
                </small>
              </th>
              <td data-name={t.state}>
                <span className={`st st-${SHAPES[state]}`}>
                  <Icon name={`s-${SHAPES[state]}`} size={14} />
                  {t.expectedState[state]}
                </span>
                <small>{t.areas(received, received + missing.length)}</small>
              </td>
              <td data-name={t.dueAt}>{dueAt === null ? "—" : formatReceived(dueAt, language)}</td>
              <td data-name={t.missingAreas}>
                {missing
                  .slice(0, NAMED_AREAS)
                  .map(({ name }) => text(name))
                  .join(", ")}
                {missing.length > NAMED_AREAS ? ` ${t.andMore(missing.length - NAMED_AREAS)}` : ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
