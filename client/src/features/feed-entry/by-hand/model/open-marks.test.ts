import { expect, it } from "vitest";
import { aCell } from "./a-cell.ts";
import { NO_DRAFT, rowOf } from "./entry-draft.ts";
import { openMarks, withReading } from "./open-marks.ts";

const figure = (value: string) => ({ value, status: "A", note: null });
const typed = (key: string, text: string, current: string | null) => ({
  key,
  cell: aCell({ key, current: current === null ? null : figure(current) }),
  draft: { ...NO_DRAFT, typed: text },
});

it("asks once for all cells of a mark, with the reading that what is stored speaks for, and settles them together", () => {
  const all = [
    typed("a", "96.500", "96243"),
    typed("b", "1.234", "1200"),
    typed("c", "12,5", null),
    typed("d", "1.500", null),
  ];
  const [mark, ...others] = openMarks(all);
  expect(others).toEqual([]);
  expect(mark).toMatchObject({ mark: ".", example: "96.500", likely: 0 });
  expect(mark?.cells.map(({ key }) => key)).toEqual(["a", "b", "d"]);
  if (mark === undefined) return;
  const drafts = Object.fromEntries(all.map(({ key, draft }) => [key, draft]));
  const settled = withReading(drafts, mark, 0);
  expect(all.map(({ key, cell }) => rowOf(cell, settled[key] ?? NO_DRAFT, "2026-10")?.value)).toEqual([
    "96500",
    "1234",
    "12.5",
    "1500",
  ]);
});

it("says nothing of a likely reading where nothing is stored, or nothing near either", () => {
  expect(openMarks([typed("a", "96,500", null)])).toMatchObject([{ mark: ",", likely: null }]);
  expect(openMarks([typed("a", "1.234", "95.9")])).toMatchObject([{ mark: ".", likely: null }]);
});
