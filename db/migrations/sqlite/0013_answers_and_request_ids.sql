ALTER TABLE `feed_refusal` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `submission_hold` ADD `answered_by` text;