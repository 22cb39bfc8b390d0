-- drizzle-kit cannot write WITHOUT ROWID: both tables are still empty and are made again, clustered on their keys.
DROP TABLE `observation`;
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
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `observation_by_commit` ON `observation` (`commit_seq`,`series_id`,`ordinal`);
--> statement-breakpoint
DROP TABLE `observation_revision`;
--> statement-breakpoint
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
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `observation_revision_by_commit` ON `observation_revision` (`commit_seq`,`series_id`,`ordinal`,`revision`);
--> statement-breakpoint
INSERT INTO `commit_counter` (`id`, `seq`, `recorded_at`, `audit_seq`, `audit_hash`) VALUES (1, 0, '1970-01-01T00:00:00.000Z', 0, '0000000000000000000000000000000000000000000000000000000000000000');
