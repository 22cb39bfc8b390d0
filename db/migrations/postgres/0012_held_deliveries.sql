ALTER TABLE "api_key" ADD COLUMN "replaced_by" text collate "C";--> statement-breakpoint
ALTER TABLE "feed_refusal" ADD COLUMN "person" text collate "C";--> statement-breakpoint
ALTER TABLE "submission_hold" ADD COLUMN "deliveries" text collate "C";