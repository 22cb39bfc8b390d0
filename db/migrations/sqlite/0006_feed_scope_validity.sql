ALTER TABLE `api_key` ADD `cidrs` text;--> statement-breakpoint
ALTER TABLE `api_key` ADD `last_used_at` text;--> statement-breakpoint
ALTER TABLE `api_key` ADD `holder` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `feed` ADD `require_sign_off` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `feed` ADD `barred` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `feed` ADD `schedule` text;--> statement-breakpoint
ALTER TABLE `feed` ADD `heartbeat_minutes` integer;--> statement-breakpoint
ALTER TABLE `feed_scope` ADD `valid_from` text DEFAULT '0001-01-01T00:00:00.000Z' NOT NULL;--> statement-breakpoint
ALTER TABLE `submission` ADD `key_id` text;--> statement-breakpoint
CREATE INDEX `submission_by_time` ON `submission` (`received_at`);--> statement-breakpoint
CREATE INDEX `submission_by_feed` ON `submission` (`feed`,`received_at`);