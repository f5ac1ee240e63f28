import type { NoticedPart, Template } from '../../shared/templates/template.ts';
import { channelInWords } from '../conversations/channel-words.ts';

/** The parts of what was noticed, as their tabs are called. */
export const NOTICED_WORDS: Readonly<Record<NoticedPart, string>> = {
  tone: 'Tone of voice',
  body: 'Body language',
  listening: 'Listening',
  context: 'Context',
};

/** What a template sets beside its notes: "Video · 60 min · follow up in 1 week". */
export function templateFacts({ channel, minutes, followUp }: Template): string {
  return [
    channel === null ? '' : channelInWords(channel),
    minutes === null ? '' : `${minutes} min`,
    followUp === '' ? '' : `follow up ${followUp}`,
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}
