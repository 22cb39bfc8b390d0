CREATE TABLE `definition_change` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`effective_from` text NOT NULL,
	`author` text NOT NULL,
	`approved_by` text,
	`definitions` text NOT NULL,
	`cone` text NOT NULL,
	`base_version` text NOT NULL,
	`cone_at` integer NOT NULL,
	`walk_at` integer NOT NULL,
	`ordinal_at` integer,
	`done_cells` integer NOT NULL,
	`of_cells` integer NOT NULL,
	`staged_seq` integer NOT NULL,
	`staged_at` text NOT NULL,
	`ended_seq` integer,
	`ended_at` text,
	`reason` text,
	`holds_cells` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `definition_change_by_state` ON `definition_change` (`state`,`staged_seq`);--> statement-breakpoint
CREATE TABLE `staged_cell` (
	`series_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`live` integer NOT NULL,
	`value` real,
	`status` text,
	`missing_reason` text,
	`error_code` text,
	`way` text,
	`coverage_have` integer,
	`coverage_of` integer,
	`coverage_weight` real,
	PRIMARY KEY(`series_id`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `staged_series` (
	`id` integer PRIMARY KEY NOT NULL,
	`change_id` text NOT NULL,
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`breakdown_key` text NOT NULL,
	`period_type` text NOT NULL,
	`walk` integer,
	`first` integer,
	`last` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staged_series_key` ON `staged_series` (`change_id`,`indicator`,`area`,`breakdown_key`);--> statement-breakpoint
CREATE INDEX `staged_series_by_walk` ON `staged_series` (`change_id`,`indicator`,`walk`);