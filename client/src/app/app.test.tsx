import { numberValue } from "@bochiso/shared/observation";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, it, vi } from "vitest";
import type { ScreenSource } from "../lib/source/index.ts";
import { headlineCards } from "../testing/fixtures.ts";
import { anOverview } from "../testing/overview-fixtures.ts";
import { controlledSource, renderApp } from "../testing/render-app.tsx";

const say = () => document.querySelector(".say")?.textContent ?? "";
const balance = () => screen.getAllByRole("article").find((card) => card.textContent?.includes("Cán cân thương mại"));

function withBalance(value: number) {
  const model = anOverview();
  return {
    ...model,
    cards: model.cards.map((card, index) => (index === 4 ? { ...card, value: numberValue(value) } : card)),
  };
}

describe("Tổng quan", () => {
  it("leads from / to the Government with headline, cards, groups, ranking and readiness", async () => {
    const { router } = renderApp("/", controlledSource().source);
    await waitFor(() => expect(say()).toContain("8,52% kế hoạch năm"));
    expect(router.state.location.pathname).toBe("/cp");
    expect(screen.getAllByRole("article")).toHaveLength(headlineCards.length);
    expect(screen.getByRole("heading", { name: "Nhóm chỉ số" })).toBeTruthy();
    expect(within(screen.getByRole("list", { name: /Xếp hạng theo/ })).getAllByRole("listitem")).toHaveLength(34);
    expect(screen.getByText(/chỉ số đã nhận/)).toBeTruthy();
  });

  it("shows a skeleton of the same shape while the figures are on their way", async () => {
    const { source } = controlledSource({ overview: () => new Promise(() => undefined) });
    renderApp("/cp", source);
    await screen.findAllByText("Đang tải số liệu");
    expect(document.querySelectorAll(".card")).toHaveLength(9);
  });

  it("says that a page failed and loads it on demand", async () => {
    let broken = true;
    const overview = () => (broken ? Promise.reject(new Error("502")) : Promise.resolve(anOverview()));
    renderApp("/cp", controlledSource({ overview }).source);
    await screen.findByText("Chưa tải được số liệu");
    broken = false;
    await userEvent.click(screen.getByRole("button", { name: "Thử lại" }));
    await waitFor(() => expect(say()).toContain("8,52%"));
  });

  it("says whom to ask where one has no right, and offers no retry", async () => {
    const refused = new TRPCClientError("no", {
      result: { error: { code: -32003, message: "no", data: { code: "FORBIDDEN", text: null } } },
    });
    renderApp("/bo/moh", controlledSource({ overview: () => Promise.reject(refused) }).source);
    await screen.findByText("Bạn chưa có quyền xem nội dung này");
    expect(screen.queryByRole("button", { name: "Thử lại" })).toBeNull();
  });

  it("marks every value of a fictional unit as simulated", async () => {
    renderApp("/tinh/MAU", controlledSource().source);
    await waitFor(() => expect(screen.getAllByRole("article")).toHaveLength(9));
    for (const card of screen.getAllByRole("article"))
      expect(within(card).getAllByText(/Số liệu mô phỏng/i).length).toBeGreaterThan(0);
    expect(screen.queryByRole("list", { name: /Xếp hạng/ })).toBeNull();
  });

  it("speaks English when the address says so", async () => {
    renderApp("/cp?ngonngu=en", controlledSource().source);
    await waitFor(() => expect(say()).toContain("8.52% of the year's plan"));
    expect(document.documentElement.lang).toBe("en");
  });

  it("says that an address leads nowhere", async () => {
    renderApp("/khong-co", controlledSource().source);
    expect(await screen.findByText("Không có trang này")).toBeTruthy();
  });
});

describe("live updates", () => {
  it("shows a pushed value without reload, asking again only for the touched screen", async () => {
    const overview = vi
      .fn<ScreenSource["overview"]>()
      .mockResolvedValueOnce(anOverview())
      .mockResolvedValue(withBalance(2000));
    const { source, live } = controlledSource({ overview });
    renderApp("/cp", source);
    await waitFor(() => expect(live.handlers).not.toBeNull());
    await waitFor(() => expect(balance()?.textContent).toContain("−1,55"));
    expect(live.sinceSeq).toBe(100);
    await act(async () => live.handlers?.onEvent({ kind: "change", seq: 101, changed: { "fin.revenue": ["79"] } }));
    expect(overview).toHaveBeenCalledTimes(1);
    await act(async () => live.handlers?.onEvent({ kind: "change", seq: 102, changed: { "trade.balance": ["VN"] } }));
    await waitFor(() => expect(balance()?.textContent).toContain("+2,00"));
  });

  it("keeps the number being read while paused, counts what arrived, and shows it on resume", async () => {
    const overview = vi
      .fn<ScreenSource["overview"]>()
      .mockResolvedValueOnce(anOverview())
      .mockResolvedValue(withBalance(2000));
    const { source, live } = controlledSource({ overview });
    renderApp("/cp", source);
    await waitFor(() => expect(live.handlers).not.toBeNull());
    await waitFor(() => expect(balance()?.textContent).toContain("−1,55"));
    await userEvent.click(screen.getAllByRole("button", { name: "Tạm dừng cập nhật" })[0] as HTMLElement);
    await act(async () => live.handlers?.onEvent({ kind: "change", seq: 101, changed: { "trade.balance": ["VN"] } }));
    expect(screen.getByText("1 giá trị mới đang chờ")).toBeTruthy();
    expect(balance()?.textContent).toContain("−1,55");
    await userEvent.click(screen.getAllByRole("button", { name: /Tiếp tục cập nhật/ })[0] as HTMLElement);
    await waitFor(() => expect(balance()?.textContent).toContain("+2,00"));
  });

  it("says at once that the network is gone", async () => {
    const { source, live } = controlledSource();
    renderApp("/cp", source);
    await waitFor(() => expect(live.handlers).not.toBeNull());
    await act(async () => {
      live.handlers?.onOpened();
      dispatchEvent(new Event("offline"));
    });
    expect(await screen.findByText(/Mất kết nối \d+ giây/)).toBeTruthy();
  });
});

describe("explaining a number", () => {
  it("opens from a value, keeps its address, and closes with Escape's button", async () => {
    const { router } = renderApp("/cp", controlledSource().source);
    await waitFor(() => expect(balance()).toBeTruthy());
    await userEvent.click(within(balance() as HTMLElement).getByRole("link", { name: /−1,55/ }));
    const dialog = await screen.findByRole("dialog", { name: "Vì sao có số này" });
    await within(dialog).findAllByText(/31\.108,3 triệu USD/);
    expect(router.state.location.search.giaithich).toBe("trade.balance~VN~~2025-02~value");
    await userEvent.click(within(dialog).getByRole("button", { name: "Đóng" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("opens from an address, and says so when the address is broken", async () => {
    renderApp("/cp?giaithich=x", controlledSource().source);
    expect(await screen.findByText("Địa chỉ giải thích không đọc được")).toBeTruthy();
  });
});

describe("the shell", () => {
  it("switches the scope by folded search and keeps language", async () => {
    const { router } = renderApp("/cp?ngonngu=en", controlledSource().source);
    await waitFor(() => expect(say()).not.toBe(""));
    await userEvent.click(screen.getByRole("button", { name: /^Scope:/ }));
    await userEvent.type(screen.getByRole("searchbox", { name: /Find a ministry/ }), "dak lak");
    const found = screen.getByRole("region", { name: /Central Highlands/ });
    await userEvent.click(within(found).getByRole("link", { name: "Đắk Lắk" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/tinh/66"));
    expect(router.state.location.search.ngonngu).toBe("en");
  });

  it("picks a period into the address and goes back to the latest", async () => {
    const { router } = renderApp("/cp", controlledSource().source);
    await waitFor(() => expect(say()).not.toBe(""));
    await userEvent.click(screen.getByRole("button", { name: "Kỳ: Mới nhất" }));
    await userEvent.click(screen.getByRole("link", { name: "Tháng 01/2025" }));
    await waitFor(() => expect(router.state.location.search.ky).toBe("2025-01"));
    await userEvent.click(await screen.findByRole("button", { name: /^Kỳ: / }));
    await userEvent.click(screen.getByRole("link", { name: /^Mới nhất/ }));
    await waitFor(() => expect(router.state.location.search.ky).toBeUndefined());
  });

  it("opens the search with / and closes the list with Escape", async () => {
    renderApp("/cp", controlledSource().source);
    await waitFor(() => expect(say()).not.toBe(""));
    await userEvent.keyboard("/");
    const dialog = await screen.findByRole("dialog", { name: "Tìm chỉ số, địa phương" });
    await userEvent.type(within(dialog).getByRole("searchbox"), "cpi");
    await within(dialog).findByRole("link", { name: /CPI bình quân/ });
  });

  it("says honestly what is not built yet, and on which clause it rests", async () => {
    renderApp("/nhiem-vu?dv=bo/moh", controlledSource().source);
    await screen.findByText(/khoản 3 Điều 10 Nghị định 137\/2024/);
    expect(screen.getByRole("link", { name: "Nhiệm vụ" }).getAttribute("aria-current")).toBe("page");
  });

  it("shows the wall without chrome", async () => {
    renderApp("/cp?manhinh=1", controlledSource().source);
    await waitFor(() => expect(document.querySelectorAll(".wc")).toHaveLength(9));
    expect(screen.queryByRole("navigation")).toBeNull();
    expect(screen.getByText("Số liệu công bố đến tháng 02/2025")).toBeTruthy();
  });
});
