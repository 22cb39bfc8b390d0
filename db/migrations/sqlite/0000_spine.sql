CREATE TABLE `agency` (
	`code` text PRIMARY KEY NOT NULL,
	`parent` text,
	`position` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `api_key` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`feed` text,
	`label` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text,
	`revoked_at` text,
	FOREIGN KEY (`feed`) REFERENCES `feed`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `api_key_by_feed` ON `api_key` (`feed`);--> statement-breakpoint
CREATE TABLE `area` (
	`code` text PRIMARY KEY NOT NULL,
	`code_set` text NOT NULL,
	`level` text NOT NULL,
	`parent` text,
	`position` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `area_by_parent` ON `area` (`parent`,`position`);--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`commit_seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`details` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `commit_counter` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`audit_hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `commit_log` (
	`seq` integer PRIMARY KEY NOT NULL,
	`recorded_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `commit_log_by_time` ON `commit_log` (`recorded_at`,`seq`);--> statement-breakpoint
CREATE TABLE `definition_version` (
	`indicator` text NOT NULL,
	`version` integer NOT NULL,
	`effective_from` text,
	`commit_seq` integer NOT NULL,
	`content_sha256` text NOT NULL,
	`author` text NOT NULL,
	`approved_by` text,
	`approved_at` text,
	`body` text NOT NULL,
	PRIMARY KEY(`indicator`, `version`),
	FOREIGN KEY (`indicator`) REFERENCES `indicator`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `definition_version_by_commit` ON `definition_version` (`commit_seq`);--> statement-breakpoint
CREATE TABLE `dimension` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`open` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `dimension_code` (
	`dimension` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`dimension`, `code`),
	FOREIGN KEY (`dimension`) REFERENCES `dimension`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `feed` (
	`code` text PRIMARY KEY NOT NULL,
	`agency` text NOT NULL,
	`name` text NOT NULL,
	`gap_policy` text NOT NULL,
	`require_digest` integer NOT NULL,
	`simulated` integer NOT NULL,
	`active` integer NOT NULL,
	`created_at` text NOT NULL,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `feed_scope` (
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`feed` text NOT NULL,
	PRIMARY KEY(`indicator`, `area`),
	FOREIGN KEY (`feed`) REFERENCES `feed`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feed_scope_by_feed` ON `feed_scope` (`feed`);--> statement-breakpoint
CREATE TABLE `group_indicator` (
	`set_code` text NOT NULL,
	`group_code` text NOT NULL,
	`indicator` text NOT NULL,
	`position` integer NOT NULL,
	`effective_from` text,
	`effective_to` text,
	PRIMARY KEY(`set_code`, `group_code`, `indicator`),
	FOREIGN KEY (`indicator`) REFERENCES `indicator`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_indicator_by_indicator` ON `group_indicator` (`indicator`);--> statement-breakpoint
CREATE TABLE `heartbeat` (
	`feed` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`details` text NOT NULL,
	FOREIGN KEY (`feed`) REFERENCES `feed`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `indicator` (
	`code` text PRIMARY KEY NOT NULL,
	`current_version` integer NOT NULL,
	`commit_seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `indicator_group` (
	`set_code` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`details` text NOT NULL,
	PRIMARY KEY(`set_code`, `code`),
	FOREIGN KEY (`set_code`) REFERENCES `indicator_set`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `indicator_set` (
	`code` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`owner` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`effective_from` text,
	`effective_to` text,
	`commit_seq` integer NOT NULL,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `observation` (
	`series_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`revision` integer NOT NULL,
	`commit_seq` integer NOT NULL,
	`value` real,
	`value_text` text,
	`status` text,
	`missing_reason` text,
	`error_code` text,
	`retracted` integer NOT NULL,
	`note` text,
	`window_start` text,
	`window_end` text,
	`base_year` integer,
	`coverage_have` integer,
	`coverage_of` integer,
	`flags` text,
	PRIMARY KEY(`series_id`, `ordinal`)
);
--> statement-breakpoint
CREATE INDEX `observation_by_commit` ON `observation` (`commit_seq`,`series_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `observation_revision` (
	`series_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`revision` integer NOT NULL,
	`commit_seq` integer NOT NULL,
	`value` real,
	`value_text` text,
	`status` text,
	`missing_reason` text,
	`error_code` text,
	`retracted` integer NOT NULL,
	`note` text,
	`window_start` text,
	`window_end` text,
	`base_year` integer,
	`coverage_have` integer,
	`coverage_of` integer,
	`flags` text,
	`superseded_seq` integer NOT NULL,
	PRIMARY KEY(`series_id`, `ordinal`, `revision`)
);
--> statement-breakpoint
CREATE INDEX `observation_revision_by_commit` ON `observation_revision` (`commit_seq`,`series_id`,`ordinal`,`revision`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`commit_seq` integer NOT NULL,
	`position` integer NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	PRIMARY KEY(`commit_seq`, `position`)
);
--> statement-breakpoint
CREATE TABLE `sequence_gap` (
	`feed` text NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	`found_at` text NOT NULL,
	PRIMARY KEY(`feed`, `first`),
	FOREIGN KEY (`feed`) REFERENCES `feed`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `series` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`breakdown_key` text NOT NULL,
	`scenario` text NOT NULL,
	`period_type` text NOT NULL,
	`origin` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_key` ON `series` (`indicator`,`area`,`breakdown_key`,`scenario`,`period_type`,`origin`);--> statement-breakpoint
CREATE INDEX `series_by_area` ON `series` (`area`,`indicator`);--> statement-breakpoint
CREATE TABLE `submission` (
	`id` text PRIMARY KEY NOT NULL,
	`feed` text NOT NULL,
	`sequence` integer,
	`idempotency_key` text NOT NULL,
	`request_sha256` text NOT NULL,
	`content_sha256` text NOT NULL,
	`rows_root` text NOT NULL,
	`received` integer NOT NULL,
	`created` integer NOT NULL,
	`revised` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`retracted` integer NOT NULL,
	`rejected` integer NOT NULL,
	`publisher` text,
	`document` text,
	`sent_at` text,
	`received_at` text NOT NULL,
	`commit_seq` integer NOT NULL,
	`response_status` integer NOT NULL,
	`response_type` text NOT NULL,
	`response_body` blob NOT NULL,
	FOREIGN KEY (`feed`) REFERENCES `feed`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_idempotency` ON `submission` (`feed`,`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `submission_sequence` ON `submission` (`feed`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `submission_commit` ON `submission` (`commit_seq`);--> statement-breakpoint
CREATE TABLE `submission_row` (
	`submission` text NOT NULL,
	`first_row` integer NOT NULL,
	`outcomes` text NOT NULL,
	`errors` text,
	PRIMARY KEY(`submission`, `first_row`)
);
--> statement-breakpoint
CREATE TABLE `unit` (
	`code` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`details` text NOT NULL
);
