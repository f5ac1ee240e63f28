import { type Settings, settings as settingsSchema } from '../../shared/settings/settings.ts';
import { api } from '../api.ts';
import { KindCadences } from '../cadence/KindCadences.tsx';
import { CalendarFileSection } from '../calendar/CalendarFileSection.tsx';
import { CalendarsSection } from '../calendar/CalendarsSection.tsx';
import { report, sentenceFor } from '../report.ts';
import { TagsSection } from '../tags/TagsSection.tsx';
import { TemplatesSection } from '../templates/TemplatesSection.tsx';
import { Banner } from '../ui/Banner.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Page } from '../ui/Page.tsx';
import { RadioGroup, type RadioOption } from '../ui/RadioGroup.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Words } from '../ui/Words.tsx';
import { WordsSection } from '../words/WordsSection.tsx';
import { JournalSection } from './JournalSection.tsx';
import { NotificationSection } from './NotificationSection.tsx';
import { QuickCaptureSection } from './QuickCaptureSection.tsx';
import { useSettings } from './queries.ts';
import styles from './SettingsPage.module.css';

const THEMES: readonly RadioOption<Settings['theme']>[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
const LEAP_DAY_CHOICES: readonly RadioOption<Settings['leapDay']>[] = [
  { value: 'feb_28', label: 'on 28 February' },
  { value: 'mar_1', label: 'on 1 March' },
];
const TEXT_SIZE = { smallest: 80, largest: 200, step: 10 } as const;

/** How Rapport looks and speaks on this computer, and where the journal is. */
export function SettingsPage() {
  const { value, error } = useSettings({});
  return (
    <Page title="Settings">
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {value === undefined ? <Skeleton lines={6} /> : <Choices settings={value} />}
      <KindCadences />
      <TemplatesSection />
      {value !== undefined && <QuickCaptureSection settings={value} />}
      <CalendarsSection />
      <CalendarFileSection />
      <TagsSection />
      <WordsSection />
      <JournalSection />
    </Page>
  );
}

function Choices({ settings }: { readonly settings: Settings }) {
  async function change(part: Partial<Settings>): Promise<void> {
    try {
      await api.settings.change(part);
    } catch (failure) {
      report(failure);
    }
  }

  function changeTextSize(textSize: number | null): void {
    // While a number is being typed it may be none that can be set.
    const checked = settingsSchema.shape.textSize.safeParse(textSize);
    if (checked.success) void change({ textSize: checked.data });
  }

  return (
    <>
      <Section title="Appearance">
        <div className={styles.fields}>
          <RadioGroup
            label="Colours"
            onChange={(theme) => void change({ theme })}
            options={THEMES}
            value={settings.theme}
          />
          <div className={styles.size}>
            <NumberField
              description={`${TEXT_SIZE.smallest} to ${TEXT_SIZE.largest} per cent`}
              formatOptions={{ style: 'unit', unit: 'percent' }}
              label="Text size"
              maxValue={TEXT_SIZE.largest}
              minValue={TEXT_SIZE.smallest}
              onChange={changeTextSize}
              step={TEXT_SIZE.step}
              value={settings.textSize}
            />
          </div>
        </div>
        <Words>Your own words are set like this, wherever they are shown.</Words>
      </Section>
      <Section title="Important dates">
        <RadioGroup
          label="A date on 29 February falls, in other years,"
          onChange={(leapDay) => void change({ leapDay })}
          options={LEAP_DAY_CHOICES}
          value={settings.leapDay}
        />
      </Section>
      <Section title="On this day">
        <Switch
          description="Today names the conversations you had on the same day in earlier years."
          isSelected={settings.onThisDay}
          label="On this day, in earlier years"
          onChange={(onThisDay) => void change({ onThisDay })}
        />
      </Section>
      <Section title="Discretion">
        <Switch
          description="Off: the window title says “Rapport”, and a notification says how many follow-ups are due. On: they name people."
          isSelected={settings.showNames}
          label="Names in the window title and in notifications"
          onChange={(showNames) => void change({ showNames })}
        />
      </Section>
      <NotificationSection onChange={(part) => void change(part)} settings={settings} />
    </>
  );
}
