import { api } from '../api.ts';
import { useBackupState } from '../backups/queries.ts';
import { chooseSecondPlace } from '../backups/second-place.ts';
import { formatInstant } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { report } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

/** What has to be known or decided about the backups; mostly nothing. */
export function BackupNotices() {
  const { value } = useBackupState({});
  if (value === undefined) return null;
  const { failure, asksForSecondPlace, damage } = value;
  return (
    <>
      {damage !== null && (
        <Banner
          actions={<RouteLink to={{ page: 'backups' }}>Backups</RouteLink>}
          title="The journal needs to be restored"
          tone="problem"
        >
          {damage}
        </Banner>
      )}
      {failure !== null && (
        <Banner
          actions={<RouteLink to={{ page: 'backups' }}>Backups</RouteLink>}
          title={`No backup could be made ${formatInstant(failure.at)}`}
          tone="problem"
        >
          {failure.full
            ? 'There is not enough room on the disk. The journal itself is saved; make room, and it is tried again.'
            : 'The backups folder could not be used. The journal itself is saved; it is tried again every half hour.'}
        </Banner>
      )}
      {asksForSecondPlace && (
        <Banner
          actions={<Button onPress={() => void chooseSecondPlace()}>Choose a second place…</Button>}
          onDismiss={() => void api.backups.dismissSecondPlace({}).catch(report)}
          title="The backups are on the same disk as the journal"
        >
          Choose a folder on a stick, on another disk or one that is synced, and every backup is copied there too.
        </Banner>
      )}
    </>
  );
}
