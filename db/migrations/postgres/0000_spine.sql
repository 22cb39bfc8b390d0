CREATE TABLE "agency" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"parent" text collate "C",
	"position" integer NOT NULL,
	"body" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"feed" text collate "C",
	"label" text collate "C" NOT NULL,
	"secret_hash" text collate "C" NOT NULL,
	"created_at" text collate "C" NOT NULL,
	"expires_at" text collate "C",
	"revoked_at" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "area" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"code_set" text collate "C" NOT NULL,
	"level" text collate "C" NOT NULL,
	"parent" text collate "C",
	"position" integer NOT NULL,
	"body" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"commit_seq" bigint NOT NULL,
	"recorded_at" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	"action" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"details" text collate "C" NOT NULL,
	"prev_hash" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commit_counter" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"recorded_at" text collate "C" NOT NULL,
	"audit_seq" bigint NOT NULL,
	"audit_hash" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commit_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"recorded_at" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "definition_version" (
	"indicator" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"effective_from" text collate "C",
	"commit_seq" bigint NOT NULL,
	"content_sha256" text collate "C" NOT NULL,
	"author" text collate "C" NOT NULL,
	"approved_by" text collate "C",
	"approved_at" text collate "C",
	"body" text collate "C" NOT NULL,
	CONSTRAINT "definition_version_indicator_version_pk" PRIMARY KEY("indicator","version")
);
--> statement-breakpoint
CREATE TABLE "dimension" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" text collate "C" NOT NULL,
	"open" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dimension_code" (
	"dimension" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"body" text collate "C" NOT NULL,
	CONSTRAINT "dimension_code_dimension_code_pk" PRIMARY KEY("dimension","code")
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"agency" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"gap_policy" text collate "C" NOT NULL,
	"require_digest" boolean NOT NULL,
	"simulated" boolean NOT NULL,
	"active" boolean NOT NULL,
	"created_at" text collate "C" NOT NULL,
	"details" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed_scope" (
	"indicator" text collate "C" NOT NULL,
	"area" text collate "C" NOT NULL,
	"feed" text collate "C" NOT NULL,
	CONSTRAINT "feed_scope_indicator_area_pk" PRIMARY KEY("indicator","area")
);
--> statement-breakpoint
CREATE TABLE "group_indicator" (
	"set_code" text collate "C" NOT NULL,
	"group_code" text collate "C" NOT NULL,
	"indicator" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"effective_from" text collate "C",
	"effective_to" text collate "C",
	CONSTRAINT "group_indicator_set_code_group_code_indicator_pk" PRIMARY KEY("set_code","group_code","indicator")
);
--> statement-breakpoint
CREATE TABLE "heartbeat" (
	"feed" text collate "C" PRIMARY KEY NOT NULL,
	"at" text collate "C" NOT NULL,
	"details" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"current_version" integer NOT NULL,
	"commit_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_group" (
	"set_code" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"name" text collate "C" NOT NULL,
	"details" text collate "C" NOT NULL,
	CONSTRAINT "indicator_group_set_code_code_pk" PRIMARY KEY("set_code","code")
);
--> statement-breakpoint
CREATE TABLE "indicator_set" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"level" text collate "C" NOT NULL,
	"owner" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"name" text collate "C" NOT NULL,
	"effective_from" text collate "C",
	"effective_to" text collate "C",
	"commit_seq" bigint NOT NULL,
	"details" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "observation" (
	"series_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"revision" integer NOT NULL,
	"commit_seq" bigint NOT NULL,
	"value" double precision,
	"value_text" text collate "C",
	"status" text collate "C",
	"missing_reason" text collate "C",
	"error_code" text collate "C",
	"retracted" integer NOT NULL,
	"note" text collate "C",
	"window_start" text collate "C",
	"window_end" text collate "C",
	"base_year" integer,
	"coverage_have" integer,
	"coverage_of" integer,
	"flags" text collate "C",
	CONSTRAINT "observation_series_id_ordinal_pk" PRIMARY KEY("series_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "observation_revision" (
	"series_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"revision" integer NOT NULL,
	"commit_seq" bigint NOT NULL,
	"value" double precision,
	"value_text" text collate "C",
	"status" text collate "C",
	"missing_reason" text collate "C",
	"error_code" text collate "C",
	"retracted" integer NOT NULL,
	"note" text collate "C",
	"window_start" text collate "C",
	"window_end" text collate "C",
	"base_year" integer,
	"coverage_have" integer,
	"coverage_of" integer,
	"flags" text collate "C",
	"superseded_seq" bigint NOT NULL,
	CONSTRAINT "observation_revision_series_id_ordinal_revision_pk" PRIMARY KEY("series_id","ordinal","revision")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"commit_seq" bigint NOT NULL,
	"position" integer NOT NULL,
	"topic" text collate "C" NOT NULL,
	"payload" text collate "C" NOT NULL,
	CONSTRAINT "outbox_commit_seq_position_pk" PRIMARY KEY("commit_seq","position")
);
--> statement-breakpoint
CREATE TABLE "sequence_gap" (
	"feed" text collate "C" NOT NULL,
	"first" bigint NOT NULL,
	"last" bigint NOT NULL,
	"found_at" text collate "C" NOT NULL,
	CONSTRAINT "sequence_gap_feed_first_pk" PRIMARY KEY("feed","first")
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "series_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"indicator" text collate "C" NOT NULL,
	"area" text collate "C" NOT NULL,
	"breakdown_key" text collate "C" NOT NULL,
	"scenario" text collate "C" NOT NULL,
	"period_type" text collate "C" NOT NULL,
	"origin" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"feed" text collate "C" NOT NULL,
	"sequence" bigint,
	"idempotency_key" text collate "C" NOT NULL,
	"request_sha256" text collate "C" NOT NULL,
	"content_sha256" text collate "C" NOT NULL,
	"rows_root" text collate "C" NOT NULL,
	"received" integer NOT NULL,
	"created" integer NOT NULL,
	"revised" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"retracted" integer NOT NULL,
	"rejected" integer NOT NULL,
	"publisher" text collate "C",
	"document" text collate "C",
	"sent_at" text collate "C",
	"received_at" text collate "C" NOT NULL,
	"commit_seq" bigint NOT NULL,
	"response_status" integer NOT NULL,
	"response_type" text collate "C" NOT NULL,
	"response_body" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submission_row" (
	"submission" text collate "C" NOT NULL,
	"first_row" integer NOT NULL,
	"outcomes" text collate "C" NOT NULL,
	"errors" text collate "C",
	CONSTRAINT "submission_row_submission_first_row_pk" PRIMARY KEY("submission","first_row")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" text collate "C" NOT NULL,
	"details" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_feed_feed_code_fk" FOREIGN KEY ("feed") REFERENCES "public"."feed"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definition_version" ADD CONSTRAINT "definition_version_indicator_indicator_code_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimension_code" ADD CONSTRAINT "dimension_code_dimension_dimension_id_fk" FOREIGN KEY ("dimension") REFERENCES "public"."dimension"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_scope" ADD CONSTRAINT "feed_scope_feed_feed_code_fk" FOREIGN KEY ("feed") REFERENCES "public"."feed"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_indicator" ADD CONSTRAINT "group_indicator_indicator_indicator_code_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heartbeat" ADD CONSTRAINT "heartbeat_feed_feed_code_fk" FOREIGN KEY ("feed") REFERENCES "public"."feed"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_group" ADD CONSTRAINT "indicator_group_set_code_indicator_set_code_fk" FOREIGN KEY ("set_code") REFERENCES "public"."indicator_set"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sequence_gap" ADD CONSTRAINT "sequence_gap_feed_feed_code_fk" FOREIGN KEY ("feed") REFERENCES "public"."feed"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_feed_feed_code_fk" FOREIGN KEY ("feed") REFERENCES "public"."feed"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_key_by_feed" ON "api_key" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "area_by_parent" ON "area" USING btree ("parent","position");--> statement-breakpoint
CREATE INDEX "commit_log_by_time" ON "commit_log" USING btree ("recorded_at","seq");--> statement-breakpoint
CREATE INDEX "definition_version_by_commit" ON "definition_version" USING btree ("commit_seq");--> statement-breakpoint
CREATE INDEX "feed_scope_by_feed" ON "feed_scope" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "group_indicator_by_indicator" ON "group_indicator" USING btree ("indicator");--> statement-breakpoint
CREATE INDEX "observation_by_commit" ON "observation" USING btree ("commit_seq","series_id","ordinal");--> statement-breakpoint
CREATE INDEX "observation_revision_by_commit" ON "observation_revision" USING btree ("commit_seq","series_id","ordinal","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "series_key" ON "series" USING btree ("indicator","area","breakdown_key","scenario","period_type","origin");--> statement-breakpoint
CREATE INDEX "series_by_area" ON "series" USING btree ("area","indicator");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_idempotency" ON "submission" USING btree ("feed","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_sequence" ON "submission" USING btree ("feed","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_commit" ON "submission" USING btree ("commit_seq");