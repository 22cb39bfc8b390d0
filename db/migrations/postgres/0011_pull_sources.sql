CREATE TABLE "pull_run" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"source" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"trigger" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	"started_at" text collate "C" NOT NULL,
	"ended_at" text collate "C",
	"outcome" text collate "C",
	"http_status" integer,
	"bytes" integer,
	"records" integer,
	"rows" integer,
	"submission" text collate "C",
	"counts" text collate "C",
	"fault_code" text collate "C",
	"fault" text collate "C",
	"fault_vi" text collate "C",
	"errors" text collate "C" NOT NULL,
	"error_count" integer NOT NULL,
	"next_at" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "pull_source" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"feed" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"enabled" boolean NOT NULL,
	"config" text collate "C" NOT NULL,
	"changed_at" text collate "C" NOT NULL,
	"changed_by" text collate "C" NOT NULL,
	"next_at" text collate "C",
	"asked_by" text collate "C",
	"failures" integer NOT NULL,
	"answered_at" text collate "C",
	"run" text collate "C",
	"run_by" text collate "C",
	"run_until" text collate "C",
	"etag" text collate "C",
	"last_modified" text collate "C",
	"last_key" text collate "C",
	"last_digest" text collate "C",
	"last_refused" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "pull_run_by_source" ON "pull_run" USING btree ("source","started_at");--> statement-breakpoint
CREATE INDEX "pull_run_by_time" ON "pull_run" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "pull_source_by_feed" ON "pull_source" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "pull_source_by_next" ON "pull_source" USING btree ("next_at");