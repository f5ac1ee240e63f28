import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Message, type MessageBus, sessionBus } from '@jellybrick/dbus-next';

// The app runs as another user than this process where that is root, and both have to be let in.
const BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
`;

/** Answers of the two services, by the name of the method: their signature and their values. */
const ANSWERS: Readonly<Record<string, readonly [signature: string, values: readonly unknown[]]>> = {
  GetServerInformation: ['ssss', ['Rapport torture', 'Rapport', '1', '1.2']],
  GetCapabilities: ['as', [['body', 'actions']]],
  CloseNotification: ['', []],
};

/**
 * What a desktop is for the app: a message bus with a service that shows notifications, and one that says when the
 * computer wakes up. Both are ours, so that what is shown is known and waking up is a call.
 */
export class Desktop {
  readonly #daemon: ChildProcess;
  readonly #folder: string;
  readonly #bus: MessageBus;
  readonly #address: string;
  #shown: string[] = [];
  #last = 0;
  #isRefusing = false;
  #held: (() => void) | undefined;

  static async open(): Promise<Desktop> {
    const folder = mkdtempSync(join(tmpdir(), 'rapport-bus-'));
    const config = join(folder, 'bus.conf');
    writeFileSync(config, BUS);
    const words = [
      '--pdeathsig',
      'TERM',
      '--',
      'dbus-daemon',
      `--config-file=${config}`,
      '--nofork',
      '--print-address=1',
    ];
    const daemon = spawn('setpriv', words, { stdio: ['ignore', 'pipe', 'ignore'], cwd: '/' });
    const { value, done } = await createInterface({ input: daemon.stdout })[Symbol.asyncIterator]().next();
    if (done === true) throw new Error('dbus-daemon could not be started.');
    const desktop = new Desktop(daemon, folder, String(value));
    await desktop.#bus.requestName('org.freedesktop.Notifications', 0);
    await desktop.#bus.requestName('org.freedesktop.login1', 0);
    return desktop;
  }

  private constructor(daemon: ChildProcess, folder: string, address: string) {
    this.#daemon = daemon;
    this.#folder = folder;
    this.#address = address;
    this.#bus = sessionBus({ busAddress: address });
    this.#bus.addMethodHandler((message) => {
      const known = ANSWERS[message.member ?? ''];
      if (message.member === 'Notify' && this.#isRefusing) {
        this.#bus.send(Message.newError(message, 'org.freedesktop.DBus.Error.AccessDenied', 'Not here.'));
      } else if (message.member === 'Notify') {
        // Program, number, icon, title, text: the text is the fifth.
        this.#shown.push(String(message.body[4]));
        this.#last += 1;
        this.#bus.send(Message.newMethodReturn(message, 'u', [this.#last]));
      } else if (known !== undefined) {
        this.#bus.send(Message.newMethodReturn(message, known[0], [...known[1]]));
      } else {
        // The app asks to be told of the next sleep: it has taken notice that this one is over.
        if (message.member === 'Inhibit' && message.body[0] === 'sleep') this.#held?.();
        return false;
      }
      return true;
    });
  }

  /** What a program has in its environment that is to run on this desktop. */
  get env(): Readonly<Record<string, string>> {
    return { DBUS_SESSION_BUS_ADDRESS: this.#address, DBUS_SYSTEM_BUS_ADDRESS: this.#address };
  }

  /** The texts of the notifications since this was asked last. */
  takeShown(): readonly string[] {
    const shown = this.#shown;
    this.#shown = [];
    return shown;
  }

  /** Shows no notification from now on, as a desktop that keeps them from its user. */
  refuse(): void {
    this.#isRefusing = true;
  }

  /** Clicks on the notification that was shown last. */
  click(): void {
    const service = ['/org/freedesktop/Notifications', 'org.freedesktop.Notifications'] as const;
    this.#bus.send(Message.newSignal(...service, 'ActionInvoked', 'us', [this.#last, 'default']));
  }

  /** Says that the computer woke up, and waits until the app has heard it. */
  async wakeUp(): Promise<void> {
    const heard = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The app did not hear that the computer woke up.')), 20_000);
      this.#held = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    const manager = ['/org/freedesktop/login1', 'org.freedesktop.login1.Manager'] as const;
    this.#bus.send(Message.newSignal(...manager, 'PrepareForSleep', 'b', [false]));
    await heard;
    this.#held = undefined;
  }

  async close(): Promise<void> {
    this.#bus.disconnect();
    const ended = once(this.#daemon, 'exit');
    this.#daemon.kill('SIGTERM');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
