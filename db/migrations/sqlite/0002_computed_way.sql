ALTER TABLE `observation` ADD `way` text;--> statement-breakpoint
ALTER TABLE `observation` ADD `coverage_weight` real;--> statement-breakpoint
ALTER TABLE `observation_revision` ADD `way` text;--> statement-breakpoint
ALTER TABLE `observation_revision` ADD `coverage_weight` real;