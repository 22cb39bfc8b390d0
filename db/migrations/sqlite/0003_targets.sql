CREATE TABLE `target` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`breakdown_key` text NOT NULL,
	`scenario` text NOT NULL,
	`by_period` text NOT NULL,
	`current_version` integer NOT NULL,
	`commit_seq` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `target_by_area` ON `target` (`area`,`indicator`);--> statement-breakpoint
CREATE TABLE `target_version` (
	`target` text NOT NULL,
	`version` integer NOT NULL,
	`commit_seq` integer NOT NULL,
	`retired` integer NOT NULL,
	`reason` text,
	`author` text NOT NULL,
	`content_sha256` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`target`, `version`),
	FOREIGN KEY (`target`) REFERENCES `target`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `target_version_by_commit` ON `target_version` (`commit_seq`);