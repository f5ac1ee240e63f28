import { spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followZone } from '../../main/system-zone.ts';
import { TravellingComputer } from '../../scripts/torture/travelling-computer.ts';

const TABLES = '/usr/share/zoneinfo';

let folder = '';
let link = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-zone-'));
  link = join(folder, 'localtime');
  symlinkSync(`${TABLES}/Europe/Berlin`, link);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As the system does it: the new link takes the place of the old one. */
function travel(zone: string): void {
  symlinkSync(`${TABLES}/${zone}`, `${link}.new`);
  renameSync(`${link}.new`, link);
}

/** An environment that counts how often the process is told to ask the system anew. */
function watched(variables: { TZ?: string }) {
  let asked = 0;
  const environment = new Proxy(variables, {
    deleteProperty(target, name) {
      asked += 1;
      return Reflect.deleteProperty(target, name);
    },
  });
  return { environment, asked: () => asked };
}

describe('the zone of the system', () => {
  it('is asked for anew once after each journey, and not while the computer stays', () => {
    const { environment, asked } = watched({});
    const follow = followZone({ link, environment });
    follow();
    expect(asked()).toBe(0);
    travel('Asia/Tokyo');
    follow();
    follow();
    expect(asked()).toBe(1);
    travel('Europe/Berlin');
    follow();
    expect(asked()).toBe(2);
  });

  it('is left alone where somebody chose a zone for the app', () => {
    const { environment, asked } = watched({ TZ: 'America/New_York' });
    const follow = followZone({ link, environment });
    travel('Asia/Tokyo');
    follow();
    expect(asked()).toBe(0);
    expect(environment.TZ).toBe('America/New_York');
  });

  it('is trusted where the system has no such link, and followed when it has one again', () => {
    rmSync(link);
    writeFileSync(link, 'a table of a zone');
    const { environment, asked } = watched({});
    const follow = followZone({ link, environment });
    follow();
    expect(asked()).toBe(0);
    rmSync(link);
    travel('Asia/Tokyo');
    follow();
    expect(asked()).toBe(1);
  });
});

const PROGRAM = `
  import { createSystemClock } from '${fileURLToPath(new URL('../../shared/time.ts', import.meta.url))}';
  import { followZone } from '${fileURLToPath(new URL('../../main/system-zone.ts', import.meta.url))}';
  import { once } from 'node:events';
  const clock = createSystemClock(followZone());
  const tell = () => console.log(clock.zone(), new Date('2026-12-15T12:00:00Z').getHours());
  tell();
  await once(process.stdin, 'data');
  // It is asked for at most once a second.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  tell();
  process.exit();
`;

it.runIf(process.platform === 'linux')(
  'is that of the place where the computer is, for dates, too',
  async ({ skip }) => {
    const computer = await TravellingComputer.make(join(folder, 'computer'), 'Europe/Berlin');
    if (computer === undefined) return skip('This system lets nobody have a view of their own.');
    const program = join(folder, 'program.ts');
    writeFileSync(program, PROGRAM);
    const { TZ: _, ...environment } = process.env;
    const child = spawn(computer.starter(process.execPath), [program], { env: environment });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('Europe/Berlin 13');
    computer.travel('Asia/Tokyo');
    child.stdin.end('\n');
    expect((await lines.next()).value).toBe('Asia/Tokyo 21');
  },
);
