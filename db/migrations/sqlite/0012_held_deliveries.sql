ALTER TABLE `api_key` ADD `replaced_by` text;--> statement-breakpoint
ALTER TABLE `feed_refusal` ADD `person` text;--> statement-breakpoint
ALTER TABLE `submission_hold` ADD `deliveries` text;