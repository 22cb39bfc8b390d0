import { Icon } from "../../../ui/index.ts";

/** What is wrong with a field and what to write instead: shape and words. */
export function FieldError({ text, id }: { text: string; id?: string }) {
  return (
    <p className="fd-error" id={id}>
      <Icon name="s-nguyco" size={14} />
      {text}
    </p>
  );
}
