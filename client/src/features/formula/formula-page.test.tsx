import "@testing-library/jest-dom/vitest";
import type { FormulaCheckModel } from "@bochiso/shared/screen";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ScreenSource } from "../../lib/source/index.ts";
import { anExplanation } from "../../testing/explanation-fixtures.ts";
import { aGoodFormula } from "../../testing/formula-fixtures.ts";
import { controlledSource, renderApp } from "../../testing/render-app.tsx";
import { markedParts } from "./model/marked-parts.ts";

const SOON = { timeout: 15_000 };
const box = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Công thức" }, SOON);

const WRONG: FormulaCheckModel = {
  ok: false,
  problems: [
    {
      code: "indicator-unknown",
      span: { start: 0, end: 18, line: 1, column: 1 },
      text: { vi: "Không có chỉ số “trade.exprot.value”.", en: "There is no indicator “trade.exprot.value”." },
      nearest: "trade.export.value",
    },
  ],
};

describe("the formula page", () => {
  it("lists every function with signature, meaning, unit, missing rule and an example", async () => {
    renderApp("/cong-thuc", controlledSource().source);
    await box();
    const row = screen.getByRole("rowheader", { name: /^rollingSum\(x, n\)/ }).closest("tr");
    expect(row).toHaveTextContent("Tổng n kỳ gần nhất");
    expect(row).toHaveTextContent("Đọc: tổng n kỳ gần nhất của x");
    expect(row).toHaveTextContent("Thiếu một kỳ trong khoảng thì kết quả thiếu");
    expect(screen.getAllByRole("button", { name: /^Thử ví dụ / }).length).toBeGreaterThan(30);
  });

  it("completes names by keyboard, and keeps what is tried in the address", async () => {
    const { router } = renderApp("/cong-thuc", controlledSource().source);
    const text = await box();
    await userEvent.type(text, "yoy(xuat kh");
    await screen.findByRole("option", { name: /trade\.export\.value/ }, SOON);
    await userEvent.keyboard("{ArrowDown}");
    const offers = screen.getByRole("listbox", { name: "Gợi ý" });
    expect(text.getAttribute("aria-activedescendant")).toBe(within(offers).getByRole("option").id);
    await userEvent.keyboard("{Enter}");
    expect(text.value).toBe("yoy(trade.export.value");
    expect(screen.queryByRole("listbox", { name: "Gợi ý" })).toBeNull();
    await waitFor(() => expect(router.state.location.search).toMatchObject({ ct: "yoy(trade.export.value" }), SOON);
    expect(text.value).toBe("yoy(trade.export.value");
  });

  it("shows a fault at its place and mends it", async () => {
    const checkFormula = vi.fn<ScreenSource["checkFormula"]>(({ text }) =>
      Promise.resolve(text.includes("exprot") ? WRONG : aGoodFormula()),
    );
    renderApp("/cong-thuc?ct=trade.exprot.value", controlledSource({ checkFormula }).source);
    const text = await box();
    expect(await screen.findByText("1 chỗ cần sửa", undefined, SOON)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Dòng 1, cột 1" }));
    expect([text.selectionStart, text.selectionEnd]).toEqual([0, 18]);
    expect(screen.getByRole("button", { name: "Tính thử" })).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "Thay bằng trade.export.value" }));
    expect(text.value).toBe("trade.export.value");
    expect(await screen.findByText("Công thức hợp lệ", undefined, SOON)).toBeInTheDocument();
  });

  it("names unit, reading and converted periods, and computes when asked", async () => {
    const conversions = [{ start: 0, end: 7, text: { vi: "pi.plan: lấy giá trị năm chứa kỳ tháng.", en: "pi.plan" } }];
    const evaluateFormula = vi.fn<ScreenSource["evaluateFormula"]>(() =>
      Promise.resolve({ ok: true, node: anExplanation() }),
    );
    const checkFormula = () => Promise.resolve(aGoodFormula({ conversions }));
    renderApp("/cong-thuc?ct=a.b&kt=quarter&dd=66", controlledSource({ checkFormula, evaluateFormula }).source);
    await box();
    expect(await screen.findByText("pi.plan: lấy giá trị năm chứa kỳ tháng.", undefined, SOON)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Tính thử" }));
    expect(await screen.findByRole("region", { name: "Kết quả tính thử" }, SOON)).toBeInTheDocument();
    expect(evaluateFormula).toHaveBeenCalledExactlyOnceWith(
      { text: "a.b", periodType: "quarter", area: "66", period: null },
      expect.anything(),
    );
  });

  it("takes an example with the periods that are its own", async () => {
    renderApp("/cong-thuc", controlledSource().source);
    const text = await box();
    await screen.findByRole("option", { name: "Đắk Lắk" }, SOON);
    await userEvent.click(screen.getByRole("button", { name: /^Thử ví dụ ln\(/ }));
    expect(text.value).toBe("ln(macro.gdp.value / yearAgo(macro.gdp.value))");
    expect(screen.getByRole("combobox", { name: "Kỳ tính" })).toHaveValue("quarter");
    const areas = screen.getByRole("combobox", { name: "Địa phương" });
    expect(within(areas).getAllByRole("option")).toHaveLength(2);
  });

  it("speaks English when asked", async () => {
    renderApp("/cong-thuc?ngonngu=en", controlledSource().source);
    expect(await screen.findByRole("heading", { name: "Formulas of indicators" }, SOON)).toBeInTheDocument();
    expect(screen.getByText("The sum of the last n periods; needs every period.")).toBeInTheDocument();
  });
});

describe("markedParts", () => {
  it("cuts a text at its faults, and marks the place behind its end", () => {
    expect(markedParts("a + b", [{ start: 4, end: 5 }])).toEqual([
      { text: "a + ", marked: false },
      { text: "b", marked: true },
    ]);
    expect(markedParts("a +", [{ start: 3, end: 3 }])).toEqual([
      { text: "a +", marked: false },
      { text: " ", marked: true },
    ]);
  });
});
