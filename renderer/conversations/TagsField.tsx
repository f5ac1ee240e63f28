import { setTyped, typedOf } from '../../shared/drafts/content-rules.ts';
import { useDraftState, useEditor, useField } from '../drafts/editor.ts';
import { useTags } from '../people/queries.ts';
import { MultiPicker } from '../ui/MultiPicker.tsx';

/** Words by which the conversation is found again. */
export function TagsField() {
  const [tags, setTags] = useField('tags');
  const { change } = useEditor();
  const typed = useDraftState(({ content }) => typedOf(content).tag);
  const { value: known } = useTags({});
  return (
    <MultiPicker
      createLabel={(tag) => `New tag “${tag}”`}
      emptyText="No tags yet"
      label="Tags"
      onChange={(options) => setTags(options.map(({ label }) => label))}
      onCreate={(tag) => setTags([...tags, tag.replaceAll('#', '').trim()])}
      options={(known ?? []).map(asOption)}
      onTextChange={(tag) => change((content) => setTyped(content, { tag }))}
      placeholder="renewal"
      text={typed}
      value={tags.map(asOption)}
    />
  );
}

function asOption(tag: string) {
  return { id: tag, label: tag };
}
