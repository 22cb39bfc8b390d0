CREATE TABLE `quality_flag` (
	`id` integer PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`rule_version` integer NOT NULL,
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`breakdown_key` text NOT NULL,
	`period_type` text NOT NULL,
	`ordinal` integer NOT NULL,
	`subject` text NOT NULL,
	`severity` text NOT NULL,
	`state` text NOT NULL,
	`feed` text,
	`period_end` text NOT NULL,
	`finding` text NOT NULL,
	`confirmed_evidence` text,
	`review` text,
	`raised_seq` integer NOT NULL,
	`raised_at` text NOT NULL,
	`changed_seq` integer NOT NULL,
	`resolved_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quality_flag_key` ON `quality_flag` (`indicator`,`area`,`breakdown_key`,`ordinal`,`rule`);--> statement-breakpoint
CREATE INDEX `quality_flag_by_state` ON `quality_flag` (`state`,`raised_seq`);--> statement-breakpoint
CREATE INDEX `quality_flag_by_feed` ON `quality_flag` (`feed`,`period_end`);--> statement-breakpoint
CREATE INDEX `quality_flag_by_end` ON `quality_flag` (`period_end`);--> statement-breakpoint
CREATE INDEX `quality_flag_by_rule` ON `quality_flag` (`rule`,`id`);--> statement-breakpoint
CREATE TABLE `quality_flag_event` (
	`flag_id` integer NOT NULL,
	`commit_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`finding` text,
	`review` text,
	PRIMARY KEY(`flag_id`, `commit_seq`)
);
--> statement-breakpoint
CREATE TABLE `quality_rule` (
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`commit_seq` integer NOT NULL,
	`author` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`code`, `version`)
);
