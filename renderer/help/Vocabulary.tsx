import type { Channel, Cue, CueGroup } from '../../shared/observations/cue.ts';
import { CIRCUMSTANCES, CUES } from '../../shared/observations/vocabulary.ts';
import spoken from '../ui/spoken.module.css';
import styles from './HelpPage.module.css';

const GROUPS: readonly { readonly id: CueGroup; readonly title: string }[] = [
  { id: 'tone', title: 'Tone of voice' },
  { id: 'body', title: 'Body language' },
];

/** Every cue with its poles and where it can be noticed, from the one vocabulary. */
export function Vocabulary() {
  return (
    <>
      <p>
        Every cue begins as <em>not noticed</em>, which is not the same as <em>as usual</em>. A mark tells what was seen
        or heard against this person’s own usual, in five steps. What it may mean is your own guess: it is written
        apart, with its date.
      </p>
      {GROUPS.map(({ id, title }) => (
        <CueTable cues={CUES.filter(({ group }) => group === id)} key={id} title={title} />
      ))}
      <p>
        <strong>Listening</strong> is about yourself: your share of talk, your longest stretch, questions, saying back,
        interruptions, silence, summary and advice.
      </p>
      <p>
        <strong>Context</strong> lowers or explains what was noticed:{' '}
        {CIRCUMSTANCES.map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1)).join(', ')}.
      </p>
      <p>
        Words such as “defensive”, “interested” or “nervous” are no cues: nobody sees or hears them, they are concluded.
      </p>
    </>
  );
}

function CueTable({ title, cues }: { readonly title: string; readonly cues: readonly Cue[] }) {
  return (
    <table className={styles.cues}>
      <caption>{title}</caption>
      <thead className={spoken.spoken}>
        <tr>
          <th scope="col">Cue</th>
          <th scope="col">From – to</th>
          <th scope="col">Where it can be noticed</th>
        </tr>
      </thead>
      <tbody>
        {cues.map((cue) => (
          <tr key={cue.id}>
            <th scope="row">{cue.name}</th>
            <td>{cue.scale.kind === 'scale' ? `${cue.scale.low} – ${cue.scale.high}` : 'heard'}</td>
            <td className={styles.quiet}>{[whereNoticed(cue.channels), cue.note].filter(Boolean).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whereNoticed(channels: readonly Channel[]): string {
  if (channels.includes('email')) return '';
  if (channels.includes('phone')) return 'spoken';
  if (!channels.includes('in_person')) return 'video only';
  return channels.includes('video') ? 'in person and video' : 'in person';
}
