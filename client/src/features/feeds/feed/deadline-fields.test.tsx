import "@testing-library/jest-dom/vitest";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { FeedSource } from "../../../lib/source/index.ts";
import { aFeedModel } from "../../../testing/feed-fixtures.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { fillIn, LAZY, STATED, statePerson } from "../../../testing/steward-acts.ts";
import { fixtureFeeds } from "../../../testing/steward-source.ts";

describe("the deadlines of a contract", () => {
  it("are typed in days, working days or hours, and told back in words with the next three", async () => {
    const { contract } = aFeedModel();
    const changeContract = vi.fn<FeedSource["changeContract"]>().mockResolvedValue(contract);
    const { source } = controlledSource({ feeds: fixtureFeeds({ changeContract }) });
    renderApp("/nguon-du-lieu/moh?xem=hop-dong", source);
    await userEvent.click(await screen.findByRole("button", { name: "Sửa hợp đồng" }, LAZY));
    const month = screen.getByRole("group", { name: /^Kỳ tháng/ });
    expect(month).toHaveTextContent("Theo hạn của từng chỉ số.");
    await userEvent.click(within(month).getByRole("textbox", { name: "Số lượng" }));
    await userEvent.paste("401");
    expect(within(month).getByText("Ghi số nguyên từ 0 đến 400, hoặc để trống.")).toBeInTheDocument();
    await userEvent.clear(within(month).getByRole("textbox", { name: "Số lượng" }));
    await userEvent.paste("5");
    await userEvent.selectOptions(within(month).getByRole("combobox", { name: "Đơn vị" }), "ngày làm việc");
    expect(month).toHaveTextContent("Hạn: 5 ngày làm việc sau khi hết kỳ. Đã trừ ngày nghỉ lễ, Tết");
    expect(
      within(month)
        .getByText(/^Ba hạn kế tiếp:/)
        .textContent?.split(";"),
    ).toHaveLength(3);
    await fillIn("Lý do", "Theo quy chế mới");
    await statePerson();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    const rule = { lagDays: 5, basis: "calendar", workingDays: true, proposed: false };
    expect(changeContract.mock.calls[0]?.[0]).toMatchObject({
      contract: { schedule: [{ periodType: "month", rule }] },
      reason: "Theo quy chế mới",
      by: STATED,
    });
    expect(await screen.findByText("Đã sửa hợp đồng.")).toBeInTheDocument();
  });
});
