import "@testing-library/jest-dom/vitest";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ToolSource } from "../../../lib/source/index.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { fillIn, LAZY, refusal, STATED, statePerson } from "../../../testing/steward-acts.ts";
import { aSignatureKey, fixtureTools } from "../../../testing/tool-fixtures.ts";

const PEM = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
-----END PUBLIC KEY-----`;

const show = (tools: Partial<ToolSource>) =>
  renderApp("/nguon-du-lieu/moh?xem=khoa", controlledSource({ tools: async () => fixtureTools(tools) }).source);

describe("signature keys of a feed", () => {
  it("are registered out of what openssl writes, told back as read; a taken id says what to do", async () => {
    const taken = refusal("signature-key-taken", { vi: "Mã khóa ký đã dùng.", en: "The keyid was given before." });
    const addSignatureKey = vi
      .fn<ToolSource["addSignatureKey"]>()
      .mockRejectedValueOnce(taken)
      .mockResolvedValue({ keyid: "hq-2027" });
    show({ addSignatureKey });
    expect(
      await screen.findByText("Kênh chưa đăng ký khóa ký nào. Yêu cầu không cần chữ ký.", undefined, LAZY),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Đăng ký khóa ký" }));
    await fillIn(/^Mã khóa/, "hq-2026");
    screen.getByRole("textbox", { name: "Khóa công khai" }).focus();
    await userEvent.paste("-----BEGIN PRIVATE KEY-----");
    expect(screen.getByText(/^Đây là khóa bí mật/)).toBeInTheDocument();
    await userEvent.clear(screen.getByRole("textbox", { name: "Khóa công khai" }));
    await userEvent.paste(PEM);
    expect(screen.getByText("Đã đọc: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")).toBeInTheDocument();
    await statePerson();
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("Đặt mã khóa khác");
    expect(screen.getByRole("textbox", { name: "Khóa công khai" })).toHaveValue(PEM);
    await fillIn(/^Mã khóa/, "hq-2027");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(addSignatureKey.mock.calls[1]?.[0]).toMatchObject({
      feed: "moh",
      keyid: "hq-2027",
      publicKey: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
      required: false,
      by: STATED,
    });
  });

  it("say what their end means before it is done", async () => {
    const revokeSignatureKey = vi.fn<ToolSource["revokeSignatureKey"]>().mockResolvedValue({ keyid: "hq-2026" });
    show({ signatureKeys: async () => [aSignatureKey()], revokeSignatureKey });
    expect(await screen.findByText("Yêu cầu không ký bị từ chối.", undefined, LAZY)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: /^Thu hồi.*hq-2026$/ }));
    const dialog = screen.getByRole("dialog", { name: "Thu hồi khóa ký “hq-2026”?" });
    expect(dialog).toHaveTextContent("sau khi thu hồi, yêu cầu không ký lại được nhận");
    await fillIn("Lý do", "Thay máy chủ");
    await statePerson();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(revokeSignatureKey.mock.calls[0]?.[0]).toMatchObject({
      feed: "moh",
      keyid: "hq-2026",
      reason: "Thay máy chủ",
    });
  });
});
