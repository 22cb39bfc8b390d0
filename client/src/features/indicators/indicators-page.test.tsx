import "@testing-library/jest-dom/vitest";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { controlledSource, renderApp } from "../../testing/render-app.tsx";

const ready = () => screen.findByText("Chính phủ · 13 chỉ số, 9 chỉ số có số liệu", undefined, { timeout: 15_000 });

describe("IndicatorsPage", () => {
  it("lists every indicator of the scope by domain, with its latest period or that it has none", async () => {
    renderApp("/chi-so", controlledSource().source);
    await ready();
    expect(screen.getByRole("rowheader", { name: /Kinh tế vĩ mô/ })).toBeInTheDocument();
    expect(screen.getAllByText("chưa có số liệu")).toHaveLength(4);
    expect(screen.getByRole("link", { name: "Cán cân thương mại hàng hóa" })).toHaveAttribute(
      "href",
      expect.stringContaining("/chi-so/trade.balance"),
    );
  });

  it("filters without diacritics, through the address", async () => {
    const { router } = renderApp("/chi-so", controlledSource().source);
    await ready();
    await userEvent.type(screen.getByRole("searchbox", { name: /Tìm theo tên/ }), "khach quoc te");
    await waitFor(() => expect(router.state.location.search).toMatchObject({ tim: "khach quoc te" }));
    expect(await screen.findByText("1 chỉ số", { selector: ".lst-count" })).toBeInTheDocument();
  });

  it("can hide what has no data, and clear a filter that hides all", async () => {
    const { router } = renderApp("/chi-so?co=1&tim=xang", controlledSource().source);
    await ready();
    await userEvent.click(await screen.findByRole("link", { name: "Bỏ lọc" }));
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty("co"));
    expect(screen.getByText("13 chỉ số", { selector: ".lst-count" })).toBeInTheDocument();
  });
});
