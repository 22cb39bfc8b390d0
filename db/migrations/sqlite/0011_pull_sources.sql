CREATE TABLE `pull_run` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`version` integer NOT NULL,
	`trigger` text NOT NULL,
	`actor` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	`outcome` text,
	`http_status` integer,
	`bytes` integer,
	`records` integer,
	`rows` integer,
	`submission` text,
	`counts` text,
	`fault_code` text,
	`fault` text,
	`fault_vi` text,
	`errors` text NOT NULL,
	`error_count` integer NOT NULL,
	`next_at` text
);
--> statement-breakpoint
CREATE INDEX `pull_run_by_source` ON `pull_run` (`source`,`started_at`);--> statement-breakpoint
CREATE INDEX `pull_run_by_time` ON `pull_run` (`started_at`);--> statement-breakpoint
CREATE TABLE `pull_source` (
	`code` text PRIMARY KEY NOT NULL,
	`feed` text NOT NULL,
	`version` integer NOT NULL,
	`enabled` integer NOT NULL,
	`config` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	`next_at` text,
	`asked_by` text,
	`failures` integer NOT NULL,
	`answered_at` text,
	`run` text,
	`run_by` text,
	`run_until` text,
	`etag` text,
	`last_modified` text,
	`last_key` text,
	`last_digest` text,
	`last_refused` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `pull_source_by_feed` ON `pull_source` (`feed`);--> statement-breakpoint
CREATE INDEX `pull_source_by_next` ON `pull_source` (`next_at`);