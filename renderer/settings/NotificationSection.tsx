import type { Settings } from '../../shared/settings/settings.ts';
import { isLocalTime, type LocalTime } from '../../shared/time.ts';
import { Banner } from '../ui/Banner.tsx';
import { Section } from '../ui/Section.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TimeField } from '../ui/TimeField.tsx';
import { useAbilities } from './queries.ts';
import styles from './SettingsPage.module.css';

// The casts add the brand to literals of that form.
const EVENING = '19:00' as LocalTime;
const MORNING = '08:00' as LocalTime;

export interface NotificationSectionProps {
  readonly settings: Settings;
  readonly onChange: (part: Partial<Settings>) => void;
}

/** What the system shows when something is due, and when it is left in peace. */
export function NotificationSection({ settings, onChange }: NotificationSectionProps) {
  const { notifications, quietHours, digestAt, startAtLogin } = settings;
  const { value: abilities } = useAbilities({});

  function changeQuiet(part: 'from' | 'until', time: string | null): void {
    if (quietHours !== null && time !== null && isLocalTime(time))
      onChange({ quietHours: { ...quietHours, [part]: time } });
  }

  return (
    <Section title="Notifications">
      {abilities !== undefined && !abilities.notifications && (
        <Banner title="Notifications are blocked by the system">
          Allow them for Rapport in the settings of the system, or look at Today: it lists everything in any case.
        </Banner>
      )}
      <Switch
        description="One line when a follow-up is due and, where the system has it, their number on the icon of the app. Today lists them in any case."
        isSelected={notifications}
        label="Notifications"
        onChange={(on) => onChange({ notifications: on })}
      />
      <Switch
        description="What comes due in that time is told when it is over."
        isDisabled={!notifications}
        isSelected={quietHours !== null}
        label="Quiet hours"
        onChange={(on) => onChange({ quietHours: on ? { from: EVENING, until: MORNING } : null })}
      />
      {quietHours !== null && (
        <div className={styles.fields}>
          <TimeField label="Quiet from" onChange={(time) => changeQuiet('from', time)} value={quietHours.from} />
          <TimeField label="Quiet until" onChange={(time) => changeQuiet('until', time)} value={quietHours.until} />
        </div>
      )}
      <Switch
        description="One line for the day, in place of one for each follow-up without a time."
        isDisabled={!notifications}
        isSelected={digestAt !== null}
        label="Morning digest"
        onChange={(on) => onChange({ digestAt: on ? MORNING : null })}
      />
      {digestAt !== null && (
        <div className={styles.fields}>
          <TimeField
            label="Digest at"
            onChange={(time) => time !== null && isLocalTime(time) && onChange({ digestAt: time })}
            value={digestAt}
          />
        </div>
      )}
      {abilities?.startAtLogin === true && (
        <Switch
          description="Rapport can tell what is due only while it runs."
          isSelected={startAtLogin}
          label="Start when you log in"
          onChange={(on) => onChange({ startAtLogin: on })}
        />
      )}
    </Section>
  );
}
