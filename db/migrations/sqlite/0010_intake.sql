CREATE TABLE `feed_signature_key` (
	`keyid` text PRIMARY KEY NOT NULL,
	`feed` text NOT NULL,
	`public_key` text NOT NULL,
	`required` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`revoked_at` text
);
--> statement-breakpoint
CREATE INDEX `feed_signature_key_by_feed` ON `feed_signature_key` (`feed`);--> statement-breakpoint
CREATE TABLE `period_lock` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`reason` text NOT NULL,
	`locked_by` text NOT NULL,
	`locked_at` text NOT NULL,
	`lifted_by` text,
	`lifted_at` text,
	`lift_reason` text
);
--> statement-breakpoint
CREATE INDEX `period_lock_by_indicator` ON `period_lock` (`indicator`,`area`);