import type {
  PullListInput,
  PullListModel,
  PullPreview,
  PullPreviewInput,
  PullRunInput,
  PullSwitchInput,
} from "@bochiso/shared/pull";

/**
 * What the screen of pulled sources calls. Shapes: `shared/src/pull/`. `list` the sources of a feed with their last runs;
 * `preview` asks a source and tells what a run would do, storing nothing; `run` has it asked now: the run shows in `list`
 * within a second; `switch` turns its schedule on or off. A configuration comes in by command line only (`npm run pull`): it
 * names addresses inside the network and places of secrets, which no screen without sign-in may. Errors are `DomainError`s
 * with a text in both languages: `feed-unknown`, `pull-unknown`, `pull-not-enabled`, `pull-busy`, and of a preview whatever
 * keeps the source from being read (`pull-…`, `body-malformed`, `too-large`).
 */
export interface PullServices {
  list(input: PullListInput): Promise<PullListModel>;
  preview(input: PullPreviewInput): Promise<PullPreview>;
  run(input: PullRunInput): Promise<{ source: string }>;
  switch(input: PullSwitchInput): Promise<{ enabled: boolean }>;
}
