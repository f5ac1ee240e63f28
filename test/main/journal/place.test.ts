import { describe, expect, it } from 'vitest';
import { fromMacMounts, unsafePlaceOf, withoutDrive } from '../../../main/journal/place.ts';

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

describe('a network place in disguise', () => {
  const mac = fromMacMounts(`/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//mara@nas._smb._tcp.local/home on /Volumes/my home (smbfs, nodev, nosuid, mounted by mara)
https://dav.example.org/ on /Volumes/dav (webdav, nodev, noexec, nosuid, mounted by mara)
/dev/disk4s1 on /Volumes/my home/stick (msdos, local)
`);

  it.each([
    ['/Volumes/my home/Journal.rapport', 'network'],
    ['/Volumes/dav/Journal.rapport', 'network'],
    ['/Volumes/my home/stick/Journal.rapport', null],
    ['/Users/mara/Journal.rapport', null],
  ])('%s on macOS is told by its mount', (path, expected) => {
    expect(unsafePlaceOf(path, { home: '/Users/mara', mounts: mac })).toBe(expected);
  });

  it('behind a drive of Windows is told by where the drive leads', () => {
    const leadsTo = (real: string) => withoutDrive('Z:\\Work\\Journal.rapport', () => real);
    expect(leadsTo('\\\\nas\\home\\')).toBe('\\\\nas\\home\\Work\\Journal.rapport');
    expect(leadsTo('\\\\nas\\home')).toBe('\\\\nas\\home\\Work\\Journal.rapport');
    expect(leadsTo('Z:\\')).toBe('Z:\\Work\\Journal.rapport');
    const away = () => {
      throw new Error('not connected');
    };
    expect(withoutDrive('Z:\\Journal.rapport', away)).toBe('Z:\\Journal.rapport');
    expect(unsafePlaceOf(leadsTo('\\\\nas\\home'), { home: '/home/mara', mounts: '' })).toBe('network');
  });
});
