ALTER TABLE "api_key" ADD COLUMN "cidrs" text collate "C";--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "last_used_at" text collate "C";--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "holder" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "feed" ADD COLUMN "require_sign_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "feed" ADD COLUMN "barred" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "feed" ADD COLUMN "schedule" text collate "C";--> statement-breakpoint
ALTER TABLE "feed" ADD COLUMN "heartbeat_minutes" integer;--> statement-breakpoint
ALTER TABLE "feed_scope" ADD COLUMN "valid_from" text collate "C" DEFAULT '0001-01-01T00:00:00.000Z' NOT NULL;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "key_id" text collate "C";--> statement-breakpoint
CREATE INDEX "submission_by_time" ON "submission" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "submission_by_feed" ON "submission" USING btree ("feed","received_at");