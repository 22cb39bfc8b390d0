import type { Text } from "@bochiso/shared/text";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { TRPCClientError } from "@trpc/client";

/** Pages of stewards load in parts. */
export const LAZY = { timeout: 15_000 };

/** The server says no, with its code and sentence. */
export function refusal(domainCode: string, text: Text) {
  return new TRPCClientError(domainCode, {
    result: {
      error: { code: -32600, message: domainCode, data: { code: "BAD_REQUEST", domainCode, facts: {}, text } },
    },
  });
}

/** Writes into a field over what stood there, in one go: the form renders once, not once a letter. */
export async function fillIn(name: string | RegExp, typed: string): Promise<void> {
  const field = screen.getByRole("textbox", { name });
  await userEvent.clear(field);
  await userEvent.paste(typed);
}

/** Who acts, on the form at hand. */
export const STATED = { name: "Trần Thị Bình", position: "Trưởng phòng" };

export async function statePerson(): Promise<void> {
  await fillIn("Họ và tên", STATED.name);
  await fillIn("Chức vụ, đơn vị", STATED.position);
}
