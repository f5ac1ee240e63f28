import { useState } from 'react';
import { useAbilities, useSettings } from '../settings/queries.ts';
import { Banner } from '../ui/Banner.tsx';

/** Said once is enough: until the app ends. */
let isDismissed = false;

/** Says that the system shows none of the notifications that are wanted, as far as it lets that be known. */
export function BlockedNotice() {
  const { value: settings } = useSettings({});
  const { value: abilities } = useAbilities({});
  const [isGone, setGone] = useState(isDismissed);
  if (isGone || settings?.notifications !== true || abilities?.notifications !== false) return null;
  return (
    <Banner
      onDismiss={() => {
        isDismissed = true;
        setGone(true);
      }}
      title="Notifications are blocked by the system"
    >
      Nothing will pop up when a follow-up is due; this list and Today have them all. Allow notifications for Rapport in
      the settings of the system, or switch them off in Settings.
    </Banner>
  );
}
