import "@testing-library/jest-dom/vitest";
import { numberValue } from "@bochiso/shared/observation";
import type { Explanation } from "@bochiso/shared/screen";
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ExplainInput } from "../../lib/source/index.ts";
import { anAnswer, anExplanation, aProvincePart, aRollUp } from "../../testing/explanation-fixtures.ts";
import { controlledSource, renderApp } from "../../testing/render-app.tsx";

const CELL = "trade.balance~VN~~2025-02~value";
/** The panel and the page behind it are loaded in parts. */
const PATIENT = { timeout: 15_000 };

async function openPanel(answer: (input: ExplainInput) => Explanation, address = CELL): Promise<HTMLElement> {
  const asked = controlledSource({ explain: (input) => Promise.resolve(answer(input)) });
  renderApp(`/cp?giaithich=${encodeURIComponent(address)}`, asked.source);
  const dialog = await screen.findByRole("dialog", { name: "Vì sao có số này" }, PATIENT);
  await within(dialog).findAllByRole("heading", {}, PATIENT);
  return dialog;
}

describe("the panel of an explanation", { timeout: 40_000 }, () => {
  beforeAll(() => import("./explanation-panel.tsx"), 40_000);
  afterEach(cleanup);

  it("gives the number as on the card, the stored one and the formula in the units of its operands", async () => {
    const dialog = await openPanel(() => anAnswer(anExplanation()));
    expect(dialog).toHaveTextContent("−1,55 tỷ USD");
    expect(dialog).toHaveTextContent("Số lưu trong hệ thống: −1.550,0 triệu USD");
    expect(dialog).toHaveTextContent(
      "Kim ngạch xuất khẩu 31.108,3 triệu USD − Kim ngạch nhập khẩu 32.658,3 triệu USD = −1.550,0 triệu USD, hiển thị là −1,55 tỷ USD",
    );
  });

  it("tells a whole with its coverage, the missing part first with what to do, and every part on demand", async () => {
    const all = ["Hà Nội", "Huế", "Cà Mau"].map((name, at) => aProvincePart(`0${at + 1}`, name, numberValue(at + 1)));
    const dialog = await openPanel((input) =>
      anAnswer(input.all === true ? aRollUp({ operands: all, omitted: null, truncated: false }) : aRollUp()),
    );
    expect(dialog).toHaveTextContent("33/34 tỉnh, thành phố có số liệu");
    const [first] = within(dialog).getAllByRole("listitem");
    expect(first).toHaveTextContent(/^Cà Mau—/);
    expect(first).toHaveTextContent("chưa có số liệu gửi đến");
    expect(dialog).toHaveTextContent("và 32 tỉnh, thành phố khác");
    await userEvent.click(within(dialog).getByRole("button", { name: "Hiện tất cả" }));
    expect(await within(dialog).findByText("Huế", {}, PATIENT)).toBeTruthy();
    expect(within(dialog).queryByRole("button", { name: "Hiện tất cả" })).toBeNull();
  });

  it("says that it is of an earlier moment, and leads back to the present", async () => {
    const dialog = await openPanel((input) => {
      expect(input.asOf).toBe(12);
      return anAnswer(anExplanation(), { commitSeq: 12, recordedAt: "2025-03-01T01:05:00.000Z" });
    }, `${CELL}~12`);
    expect(dialog).toHaveTextContent("Số liệu tại thời điểm 08:05 01/03/2025");
    const back = within(dialog).getByRole("link", { name: "Xem số liệu hiện nay" });
    expect(decodeURIComponent(back.getAttribute("href") ?? "")).toContain(CELL);
    expect(decodeURIComponent(back.getAttribute("href") ?? "")).not.toContain(`${CELL}~`);
  });

  it("goes through the tree with the arrow keys", async () => {
    const nested = anExplanation({ operands: [anExplanation({ ref: "a" }), anExplanation({ ref: "b" })] });
    const dialog = await openPanel(() => anAnswer(nested));
    const [top, first, second] = within(dialog).getAllByText(/^Đầu vào/);
    top?.focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(first);
    await userEvent.keyboard("{ArrowLeft}");
    expect(first?.parentElement).not.toHaveAttribute("open");
    await userEvent.keyboard("{ArrowRight}");
    expect(first?.parentElement).toHaveAttribute("open");
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(second);
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(document.activeElement).toBe(top);
  });

  it("stands on the answer of a server older than itself", async () => {
    const { status: _status, way: _way, whole: _whole, substitutions: _marks, ...old } = anExplanation();
    const answer: Explanation = JSON.parse(JSON.stringify(old));
    const dialog = await openPanel(() => answer);
    expect(dialog).toHaveTextContent("−1,55 tỷ USD");
  });
});
