import { describe, expect, it } from 'vitest';
import { unsafePlaceOf } from '../../../main/journal/place.ts';

const MOUNTS = `sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
server:/export /mnt/team nfs4 rw 0 0
//nas/home /mnt/my\\040nas cifs rw 0 0
/dev/sdb1 /mnt/team/local ext4 rw 0 0
me@host: /home/mara/remote fuse.sshfs rw 0 0
`;
const here = { home: '/home/mara', mounts: MOUNTS };

describe('the place of a journal', () => {
  it.each([
    ['/home/mara/Dropbox/Journal.rapport', 'synced'],
    ['/home/mara/Dropbox (Personal)/a/Journal.rapport', 'synced'],
    ['/home/mara/OneDrive - Lindgren/Journal.rapport', 'synced'],
    ['/home/mara/Library/Mobile Documents/x/Journal.rapport', 'synced'],
    ['/home/mara/Library/CloudStorage/GoogleDrive-me/Journal.rapport', 'synced'],
    ['/home/mara/Nextcloud/Journal.rapport', 'synced'],
    ['/home/mara/Sync/Journal.rapport', 'synced'],
    ['/mnt/team/Journal.rapport', 'network'],
    ['/mnt/my nas/Journal.rapport', 'network'],
    ['/home/mara/remote/Journal.rapport', 'network'],
    ['\\\\server\\share\\Journal.rapport', 'network'],
    ['\\\\?\\UNC\\server\\share\\Journal.rapport', 'network'],
    ['//server/share/Journal.rapport', 'network'],
    ['/home/mara/Journal.rapport', null],
    ['/home/mara/Work/Sync/Journal.rapport', null],
    ['/home/mara/Dropbox.rapport', null],
    ['/mnt/team/local/Journal.rapport', null],
    ['/mnt/teamwork/Journal.rapport', null],
    ['\\\\?\\C:\\Journal.rapport', null],
  ])('%s is %s', (path, expected) => {
    expect(unsafePlaceOf(path, here)).toBe(expected);
  });

  it('is known by its folders alone where the system tells nothing of its mounts', () => {
    expect(unsafePlaceOf('/mnt/team/Journal.rapport', { ...here, mounts: '' })).toBeNull();
    expect(unsafePlaceOf('/home/mara/Dropbox/Journal.rapport', { ...here, mounts: '' })).toBe('synced');
  });
});
