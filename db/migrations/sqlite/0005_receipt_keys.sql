CREATE TABLE `signing_key` (
	`kid` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`commit_seq` integer NOT NULL
);
