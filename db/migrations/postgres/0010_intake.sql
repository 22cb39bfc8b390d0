CREATE TABLE "feed_signature_key" (
	"keyid" text collate "C" PRIMARY KEY NOT NULL,
	"feed" text collate "C" NOT NULL,
	"public_key" text collate "C" NOT NULL,
	"required" boolean NOT NULL,
	"created_at" text collate "C" NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"revoked_at" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "period_lock" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"indicator" text collate "C" NOT NULL,
	"area" text collate "C" NOT NULL,
	"first_day" text collate "C" NOT NULL,
	"last_day" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"locked_by" text collate "C" NOT NULL,
	"locked_at" text collate "C" NOT NULL,
	"lifted_by" text collate "C",
	"lifted_at" text collate "C",
	"lift_reason" text collate "C"
);
--> statement-breakpoint
CREATE INDEX "feed_signature_key_by_feed" ON "feed_signature_key" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "period_lock_by_indicator" ON "period_lock" USING btree ("indicator","area");