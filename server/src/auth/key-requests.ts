import { join } from "node:path";
import { DomainError } from "@bochiso/shared/errors";
import { Text } from "@bochiso/shared/text";
import { z } from "zod";
import { type LeftRequest, leaveRequest, takeRequests } from "../platform/request-folder.ts";
import type { CreateKeyInput } from "../writer/commands.ts";
import type { RevokeKeyCommand, RotateKeyCommand } from "./key-commands.ts";

const KeyId = z.string().regex(/^[a-z0-9]{12}$/);
const SecretHash = z.string().regex(/^[0-9a-f]{64}$/);

const CreateInput = z.object({
  id: KeyId,
  kind: z.enum(["feed", "reader"]),
  feed: z.string().nullable(),
  label: z.string(),
  secretHash: SecretHash,
  at: z.string(),
  actor: z.string(),
  holder: z.string(),
  expiresAt: z.string().nullable(),
  cidrs: z.array(z.string()),
}) satisfies z.ZodType<CreateKeyInput>;
const RotateInput = z.object({
  old: KeyId,
  id: KeyId,
  secretHash: SecretHash,
  expiresAt: z.string().nullable(),
  overlapUntil: z.string(),
  at: z.string(),
  actor: z.string(),
}) satisfies z.ZodType<RotateKeyCommand>;
const RevokeInput = z.object({
  id: KeyId,
  reason: z.string(),
  at: z.string(),
  actor: z.string(),
}) satisfies z.ZodType<RevokeKeyCommand>;

/** What `npm run keys` leaves for the running server: it holds the hash of a secret, never the secret. */
export const KeyRequest = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("create"), input: CreateInput }),
  z.object({ verb: z.literal("rotate"), input: RotateInput }),
  z.object({ verb: z.literal("revoke"), input: RevokeInput }),
]);
export type KeyRequest = z.infer<typeof KeyRequest>;

/** What became of a request. */
export const KeyAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done") }),
  z.object({ kind: z.literal("refused"), text: Text }),
]);
export type KeyAnswer = z.infer<typeof KeyAnswer>;

/** What requests are carried out with. */
export interface KeyCommands {
  create(input: CreateKeyInput): Promise<unknown>;
  rotate(input: RotateKeyCommand): Promise<unknown>;
  revoke(input: RevokeKeyCommand): Promise<unknown>;
}

const FOLDER = "key-requests";

/** Carries out a request; a fault is thrown. */
export async function carryOutKeyRequest(request: KeyRequest, commands: KeyCommands): Promise<void> {
  if (request.verb === "create") await commands.create(request.input);
  else if (request.verb === "rotate") await commands.rotate(request.input);
  else await commands.revoke(request.input);
}

/** Leaves a request for the running server. */
export function leaveKeyRequest(dataDir: string, request: KeyRequest): LeftRequest {
  return leaveRequest(join(dataDir, FOLDER), `${request.verb}-${request.input.id}`, request);
}

/** Works off the requests that lie there. */
export async function takeKeyRequests(dataDir: string, commands: KeyCommands): Promise<void> {
  await takeRequests(join(dataDir, FOLDER), async (left): Promise<KeyAnswer> => {
    const { success, data } = KeyRequest.safeParse(left);
    if (!success) return { kind: "refused", text: MALFORMED };
    try {
      await carryOutKeyRequest(data, commands);
      return { kind: "done" };
    } catch (error) {
      return { kind: "refused", text: error instanceof DomainError ? error.text : FAILED };
    }
  });
}

const MALFORMED = { vi: "Yêu cầu sai định dạng.", en: "The request is malformed." };
const FAILED = {
  vi: "Máy chủ gặp lỗi khi thực hiện; hãy xem `list` trước khi làm lại.",
  en: "The server failed over it; see `list` before doing it again.",
};
