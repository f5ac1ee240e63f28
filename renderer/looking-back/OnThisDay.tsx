import type { ConversationSummary } from '../../shared/conversations/conversation.ts';
import { briefOfRow } from '../brief/brief-route.ts';
import { channelInWords } from '../conversations/channel-words.ts';
import { formatDate, today } from '../format.ts';
import { navigate } from '../route.ts';
import { useSettings } from '../settings/queries.ts';
import { RowList } from '../ui/RowList.tsx';
import { Section } from '../ui/Section.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './LookingBackPage.module.css';
import { useOnThisDay } from './queries.ts';

/** Conversations of this day in earlier years, where that is wished. */
export function OnThisDay() {
  const { value: settings } = useSettings({});
  return settings?.onThisDay === true ? <Remembered /> : null;
}

function Remembered() {
  const { value = [] } = useOnThisDay({ today: today() });
  if (value.length === 0) return null;
  return (
    <Section aside="in earlier years" title="On this day">
      <RowList
        items={value}
        label="On this day"
        onOpen={({ id }) => navigate({ page: 'conversation', id })}
        row={(conversation) => ({
          name: `${conversation.on.slice(0, 4)}: ${namesOf(conversation)}, ${titleOf(conversation)}`,
          lead: formatDate(conversation.on),
          children: (
            <>
              <span className={styles.person} data-brief={briefOfRow(conversation.people.map(({ id }) => id))}>
                {namesOf(conversation)}
              </span>
              <span>{titleOf(conversation)}</span>
              {conversation.beginning !== '' && <Words lines={1}>{conversation.beginning}</Words>}
            </>
          ),
        })}
      />
    </Section>
  );
}

function namesOf({ people }: ConversationSummary): string {
  return people.map(({ name }) => name).join(', ');
}

function titleOf({ title, channel }: ConversationSummary): string {
  return title.trim() === '' ? channelInWords(channel) : title;
}
