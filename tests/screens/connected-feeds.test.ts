import { afterAll, beforeAll, expect, it } from "vitest";
import { entrySubmission } from "../../server/src/file-drop/entry-submission.ts";
import { type SeededScreens, seededScreens } from "./seeded-screens.ts";

const FEED = "mof.customs";
const NOW = "2026-11-22T03:00:00.000Z";

let screens: SeededScreens;
beforeAll(async () => {
  screens = await seededScreens("catalogue");
});
afterAll(() => screens?.close());

const aRow = (period: string) => {
  return { indicator: "trade.export.value", area: "VN", period, value: "36500", status: "E" } as const;
};

/** What the screens say of the feed, and of what it owes for months long past, just past, and running. */
async function standing() {
  const { feeds, quality } = screens.services;
  const { connected, due, strip } = await feeds.get({ feed: FEED });
  const states = Object.fromEntries((strip?.cells ?? []).map(({ period, state }) => [period, state]));
  const { rows } = await quality.scores({ months: 12 });
  const owed = async (period: string) =>
    (await feeds.expected({ feed: FEED, period })).lines.find(({ indicator }) => indicator === aRow(period).indicator)
      ?.state;
  return {
    connected,
    overdue: due.overdue,
    next: due.next?.period ?? null,
    states: ["2026-08", "2026-09", "2026-11"].map((period) => states[period]),
    owed: [await owed("2026-09"), await owed("2026-11")],
    onTime: rows.find(({ feed }) => feed === FEED)?.onTime ?? null,
  };
}

it("expects nothing of an agency whose published figures were loaded here, before its first own submission", async () => {
  const recordedAt = "2026-09-02T02:00:00.000Z";
  const submission = { feed: FEED, observations: [aRow("2026-08")] };
  await screens.commands["replay-batches"]({
    batches: [{ feed: FEED, recordedAt, idempotencyKey: "replay/1", submission }],
  });
  expect(await standing()).toMatchObject({
    connected: false,
    overdue: 0,
    next: null,
    states: ["published", "not-connected", "not-connected"],
    owed: ["not-connected", "not-connected"],
  });
  expect((await standing()).onTime ?? { good: 0, of: 0 }).toEqual({ good: 0, of: 0 });
  const asked = { feed: FEED, rows: [aRow("2026-10")], idempotencyKey: "own-1", document: null };
  await screens.commands["ingest-submission"](entrySubmission({ ...asked, actor: "person:An (Vụ Thống kê)", at: NOW }));
  expect(await standing()).toMatchObject({
    connected: true,
    overdue: 0,
    next: "2026-11",
    states: ["published", "not-connected", "not-yet-due"],
    owed: ["not-connected", "not-yet-due"],
  });
});
