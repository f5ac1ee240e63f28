import { useField } from '../drafts/editor.ts';
import { useTags } from '../people/queries.ts';
import { MultiPicker } from '../ui/MultiPicker.tsx';

/** Words by which the conversation is found again. */
export function TagsField() {
  const [tags, setTags] = useField('tags');
  const { value: known } = useTags({});
  return (
    <MultiPicker
      createLabel={(tag) => `New tag “${tag}”`}
      emptyText="No tags yet"
      label="Tags"
      onChange={(options) => setTags(options.map(({ label }) => label))}
      onCreate={(tag) => setTags([...tags, tag.replaceAll('#', '').trim()])}
      options={(known ?? []).map(asOption)}
      placeholder="renewal"
      value={tags.map(asOption)}
    />
  );
}

function asOption(tag: string) {
  return { id: tag, label: tag };
}
