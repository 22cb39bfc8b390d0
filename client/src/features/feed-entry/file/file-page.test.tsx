import "@testing-library/jest-dom/vitest";
import type { EntryRow, FileReading } from "@bochiso/shared/entry";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { EntrySource } from "../../../lib/source/entry-source.ts";
import { anEffect, aReading, fixtureEntry } from "../../../testing/entry-fixtures.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";

const LAZY = { timeout: 15_000 };
const ROWS: EntryRow[] = [
  { indicator: "trade.export.value", area: "VN", period: "2026-10", value: "1234" },
  { indicator: "trade.import.value", area: "VN", period: "2026-10", value: "x" },
];
const READING: Partial<FileReading> = { layout: "long", rows: ROWS, places: ["D2", "D3"] };

async function dropFile(entry: Partial<EntrySource>): Promise<void> {
  const readFile = async ({ name }: { name: string }) => aReading({ ...READING, name });
  renderApp(
    "/nguon-du-lieu/mof.customs/tai-tep",
    controlledSource({ entry: fixtureEntry({ readFile, ...entry }) }).source,
  );
  await userEvent.upload(await screen.findByLabelText("Chọn tệp", {}, LAZY), new File(["x"], "so-lieu.csv"));
}

describe("saving a file with a faulty line", () => {
  it("says at its box what has to be decided before anything is saved", async () => {
    const save = vi.fn<EntrySource["save"]>(fixtureEntry().save);
    const counts = { received: 2, created: 1, revised: 0, unchanged: 0, retracted: 0, rejected: 1 };
    await dropFile({ save, check: async () => anEffect(2, { counts, outcomes: ["created", "rejected"] }) });
    await userEvent.type(await screen.findByRole("textbox", { name: "Họ và tên" }), "Lê Thị Nhập");
    await userEvent.type(screen.getByRole("textbox", { name: "Chức vụ, đơn vị" }), "Chuyên viên");
    await userEvent.click(screen.getByRole("button", { name: "Lưu 1 giá trị" }));
    const box = screen.getByRole("checkbox", { name: /Bỏ qua 1 dòng lỗi/ });
    expect(box).toHaveFocus();
    expect(box).toHaveAccessibleDescription(/Chưa lưu: còn 1 dòng lỗi/);
    expect(save).not.toHaveBeenCalled();
    await userEvent.click(box);
    await userEvent.click(screen.getByRole("button", { name: "Lưu 1 giá trị" }));
    expect(save.mock.calls[0]?.[0]).toMatchObject({ leaveOutFaulty: true });
  });
});
