import { type Approver, hasName } from "@bochiso/shared/feed";
import { useWords } from "../../../lib/i18n/index.ts";
import { actWords } from "./act-words.ts";
import { Field } from "./field.tsx";

interface Props {
  person: Approver;
  onChange: (person: Approver) => void;
  /** Whether the form was tried: what is wrong is said then, not while typing. */
  tried: boolean;
}

/** Who acts, as stated: no sign-in verifies it, and the form says so. */
export function PersonFields({ person, onChange, tried }: Props) {
  const t = useWords(actWords);
  return (
    <fieldset>
      <legend>{t.person}</legend>
      <p className="fd-hint">{t.personHint}</p>
      <div className="fd-pair">
        <Field
          label={t.name}
          value={person.name}
          autoComplete="name"
          max={120}
          error={tried && !hasName(person.name) ? t.nameMissing : null}
          onChange={(name) => onChange({ ...person, name })}
        />
        <Field
          label={t.position}
          value={person.position}
          autoComplete="organization-title"
          max={200}
          error={tried && person.position.trim().length < 2 ? t.positionMissing : null}
          onChange={(position) => onChange({ ...person, position })}
        />
      </div>
    </fieldset>
  );
}

/** Whether a person is stated well enough for the server. */
export function isStated({ name, position }: Approver): boolean {
  return hasName(name) && position.trim().length >= 2;
}
