ALTER TABLE "feed_refusal" ADD COLUMN "request_id" text collate "C";--> statement-breakpoint
ALTER TABLE "submission_hold" ADD COLUMN "answered_by" text collate "C";