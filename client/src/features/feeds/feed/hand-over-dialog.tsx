import "./hand-over.css";
import type { FeedModel } from "@bochiso/shared/feed";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { usePerson } from "../common/use-person.ts";
import { HandOverForm } from "./hand-over-form.tsx";
import { HandOverDone, HandOverReview } from "./hand-over-review.tsx";
import { handOverWords } from "./hand-over-words.ts";
import { ALL_OWNED, type HandOverDraft, type PlannedHandOver } from "./model/plan-hand-over.ts";

const EMPTY: HandOverDraft = { to: "", indicators: new Set(), area: ALL_OWNED, at: "", basis: "" };

/** Dates a hand-over of what the feed owns to another feed: filled in, read back, and told once it is done. */
export function HandOverDialog({ model, onClose }: { model: FeedModel; onClose: () => void }) {
  const t = useWords(handOverWords);
  const text = useText();
  const source = useSource();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const [person, setPerson] = usePerson();
  const [planned, setPlanned] = useState<PlannedHandOver | null>(null);
  const handOver = useMutation({
    mutationFn: source.feeds.handOver,
    onSuccess: () =>
      queryClient.invalidateQueries({ predicate: ({ queryKey }) => /^feeds?$/.test(String(queryKey[0])) }),
  });
  const change = () => {
    handOver.reset();
    setPlanned(null);
  };
  return (
    <Modal label={t.title} className="fd-dialog fd" onClose={onClose}>
      <h2>{t.title}</h2>
      {planned === null ? (
        <HandOverForm
          model={model}
          draft={draft}
          onChange={setDraft}
          person={person}
          onPerson={setPerson}
          onPlan={setPlanned}
          onClose={onClose}
        />
      ) : handOver.data !== undefined ? (
        <HandOverDone
          planned={planned}
          from={text(model.name)}
          at={handOver.data[0]?.at ?? planned.input.at}
          onClose={onClose}
        />
      ) : (
        <HandOverReview
          planned={planned}
          from={text(model.name)}
          busy={handOver.isPending}
          error={handOver.error}
          onConfirm={() => handOver.mutate(planned.input)}
          onChange={change}
        />
      )}
    </Modal>
  );
}
