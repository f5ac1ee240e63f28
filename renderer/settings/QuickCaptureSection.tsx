import { CAPTURE_SHORTCUTS, type Settings } from '../../shared/settings/settings.ts';
import { api } from '../api.ts';
import { keysOf, keyText } from '../keys.ts';
import { useReach } from '../quick-capture/queries.ts';
import { report } from '../report.ts';
import { ProblemIcon } from '../ui/icons.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Section } from '../ui/Section.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './SettingsPage.module.css';

const NONE = 'none';

/** How quick capture is reached while another program is in front. */
export function QuickCaptureSection({ settings }: { readonly settings: Settings }) {
  const { value: reach } = useReach({});

  async function change(part: Partial<Settings>): Promise<void> {
    try {
      await api.settings.change(part);
    } catch (error) {
      report(error);
    }
  }

  return (
    <Section title="Quick capture">
      <div className={styles.fields}>
        <RadioGroup
          label="Global shortcut"
          onChange={(keys) => void change({ captureShortcut: keys === NONE ? null : keys })}
          options={[
            { value: NONE, label: 'Off' },
            ...CAPTURE_SHORTCUTS.map((keys) => ({ value: keys, label: keyText(tableKeys(keys)) })),
          ]}
          value={settings.captureShortcut ?? NONE}
        />
        {reach?.shortcut === 'taken' && (
          <StatusText icon={ProblemIcon} tone="due">
            Another program holds this combination, or the desktop does not give it away. Choose another one.
          </StatusText>
        )}
        <p className={styles.advice}>
          It opens quick capture from every program. In Rapport itself {keysOf('quick-capture')} does, and from a
          terminal or a desktop’s own shortcut “rapport --quick-capture”.
          {reach?.isLimited === true &&
            ' This desktop runs on Wayland, which may keep combinations from programs in the background: set the command as a shortcut in the desktop’s settings then.'}
        </p>
        <Switch
          description="An icon with quick capture. While it is there, closing the window leaves Rapport running, and the global shortcut with it."
          isSelected={settings.tray}
          label="Icon in the tray"
          onChange={(tray) => void change({ tray })}
        />
        {reach?.tray === 'failed' && (
          <StatusText icon={ProblemIcon} tone="due">
            This desktop has no place for icons of programs.
          </StatusText>
        )}
      </div>
    </Section>
  );
}

/** As the table of actions writes keys. */
function tableKeys(keys: string): string {
  return keys.replace('CommandOrControl', 'Mod');
}
