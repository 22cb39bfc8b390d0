CREATE TABLE `feed_delivery` (
	`feed` text NOT NULL,
	`period_type` text NOT NULL,
	`indicator` text NOT NULL,
	`ordinal` integer NOT NULL,
	`first_at` text NOT NULL,
	`last_at` text NOT NULL,
	`cells` integer NOT NULL,
	`late` integer NOT NULL,
	`replayed` integer NOT NULL,
	PRIMARY KEY(`feed`, `period_type`, `ordinal`, `indicator`)
);
--> statement-breakpoint
CREATE TABLE `feed_refusal` (
	`id` integer PRIMARY KEY NOT NULL,
	`feed` text NOT NULL,
	`subject` text NOT NULL,
	`code` text NOT NULL,
	`key_id` text,
	`idempotency_key` text,
	`first_at` text NOT NULL,
	`last_at` text NOT NULL,
	`times` integer NOT NULL,
	`error_count` integer NOT NULL,
	`codes` text NOT NULL,
	`errors` text NOT NULL,
	`detail` text NOT NULL,
	`detail_vi` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feed_refusal_subject` ON `feed_refusal` (`feed`,`subject`,`code`);--> statement-breakpoint
CREATE INDEX `feed_refusal_by_time` ON `feed_refusal` (`feed`,`last_at`);--> statement-breakpoint
CREATE TABLE `held_row` (
	`submission` text NOT NULL,
	`block` integer NOT NULL,
	`rows` text NOT NULL,
	PRIMARY KEY(`submission`, `block`)
);
--> statement-breakpoint
CREATE TABLE `submission_hold` (
	`submission` text PRIMARY KEY NOT NULL,
	`feed` text NOT NULL,
	`held_seq` integer NOT NULL,
	`state` text NOT NULL,
	`decided_at` text,
	`decided_by` text,
	`note` text,
	`decision_seq` integer,
	`counts` text
);
--> statement-breakpoint
CREATE INDEX `submission_hold_by_feed` ON `submission_hold` (`feed`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `submission_hold_decision` ON `submission_hold` (`decision_seq`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_feed_scope` (
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`valid_from` text DEFAULT '0001-01-01T00:00:00.000Z' NOT NULL,
	`feed` text,
	PRIMARY KEY(`indicator`, `area`, `valid_from`),
	FOREIGN KEY (`feed`) REFERENCES `feed`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_feed_scope`("indicator", "area", "valid_from", "feed") SELECT "indicator", "area", "valid_from", "feed" FROM `feed_scope`;--> statement-breakpoint
DROP TABLE `feed_scope`;--> statement-breakpoint
ALTER TABLE `__new_feed_scope` RENAME TO `feed_scope`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `feed_scope_by_feed` ON `feed_scope` (`feed`);