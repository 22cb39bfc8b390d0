ALTER TABLE "observation" ADD COLUMN "way" text collate "C";--> statement-breakpoint
ALTER TABLE "observation" ADD COLUMN "coverage_weight" double precision;--> statement-breakpoint
ALTER TABLE "observation_revision" ADD COLUMN "way" text collate "C";--> statement-breakpoint
ALTER TABLE "observation_revision" ADD COLUMN "coverage_weight" double precision;