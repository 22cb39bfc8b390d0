import {
  ChangeContractInput,
  DecideInput,
  ExpectedInput,
  FeedInput,
  HandOverInput,
  MakeKeyInput,
  PreviewDecisionInput,
  RevokeKeyInput,
  RotateKeyInput,
  SubmissionInput,
  SubmissionsInput,
} from "@bochiso/shared/feed";
import { AddSignatureKeyInput, RevokeSignatureKeyInput } from "@bochiso/shared/steward";
import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";

/** Nguồn dữ liệu: feeds with what they sent, owe and hold; and what a steward changes. Shapes: `feed-services.ts`. */
export const feedsRouter = router({
  list: readProcedure.query(({ ctx }) => ctx.services.feeds.list()),
  get: readProcedure.input(FeedInput).query(({ ctx, input }) => ctx.services.feeds.get(input)),
  submissions: readProcedure.input(SubmissionsInput).query(({ ctx, input }) => ctx.services.feeds.submissions(input)),
  submission: readProcedure.input(SubmissionInput).query(({ ctx, input }) => ctx.services.feeds.submission(input)),
  rowErrors: readProcedure.input(SubmissionInput).query(({ ctx, input }) => ctx.services.feeds.rowErrors(input)),
  refusals: readProcedure.input(FeedInput).query(({ ctx, input }) => ctx.services.feeds.refusals(input)),
  expected: readProcedure.input(ExpectedInput).query(({ ctx, input }) => ctx.services.feeds.expected(input)),
  example: readProcedure.input(FeedInput).query(({ ctx, input }) => ctx.services.feeds.example(input)),
  keys: readProcedure.input(FeedInput).query(({ ctx, input }) => ctx.services.feeds.keys(input)),
  makeKey: readProcedure.input(MakeKeyInput).mutation(({ ctx, input }) => ctx.services.feeds.makeKey(input)),
  rotateKey: readProcedure.input(RotateKeyInput).mutation(({ ctx, input }) => ctx.services.feeds.rotateKey(input)),
  revokeKey: readProcedure.input(RevokeKeyInput).mutation(({ ctx, input }) => ctx.services.feeds.revokeKey(input)),
  signatureKeys: readProcedure.input(FeedInput).query(({ ctx, input }) => ctx.services.feeds.signatureKeys(input)),
  addSignatureKey: readProcedure
    .input(AddSignatureKeyInput)
    .mutation(({ ctx, input }) => ctx.services.feeds.addSignatureKey(input)),
  revokeSignatureKey: readProcedure
    .input(RevokeSignatureKeyInput)
    .mutation(({ ctx, input }) => ctx.services.feeds.revokeSignatureKey(input)),
  changeContract: readProcedure
    .input(ChangeContractInput)
    .mutation(({ ctx, input }) => ctx.services.feeds.changeContract(input)),
  handOver: readProcedure.input(HandOverInput).mutation(({ ctx, input }) => ctx.services.feeds.handOver(input)),
  previewDecision: readProcedure
    .input(PreviewDecisionInput)
    .query(({ ctx, input }) => ctx.services.feeds.previewDecision(input)),
  decide: readProcedure.input(DecideInput).mutation(({ ctx, input }) => ctx.services.feeds.decide(input)),
});
