CREATE TABLE "target" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"indicator" text collate "C" NOT NULL,
	"area" text collate "C" NOT NULL,
	"breakdown_key" text collate "C" NOT NULL,
	"scenario" text collate "C" NOT NULL,
	"by_period" text collate "C" NOT NULL,
	"current_version" integer NOT NULL,
	"commit_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "target_version" (
	"target" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"commit_seq" bigint NOT NULL,
	"retired" integer NOT NULL,
	"reason" text collate "C",
	"author" text collate "C" NOT NULL,
	"content_sha256" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	CONSTRAINT "target_version_target_version_pk" PRIMARY KEY("target","version")
);
--> statement-breakpoint
ALTER TABLE "target_version" ADD CONSTRAINT "target_version_target_target_id_fk" FOREIGN KEY ("target") REFERENCES "public"."target"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "target_by_area" ON "target" USING btree ("area","indicator");--> statement-breakpoint
CREATE INDEX "target_version_by_commit" ON "target_version" USING btree ("commit_seq");