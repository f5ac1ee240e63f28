import { app, type IpcMainInvokeEvent, protocol, type Session, type WebContents } from 'electron';
import { type AssetResponse, loadAssets, ORIGIN } from './assets.ts';
import { isFileAddress } from './files/serve.ts';
import type { Log } from './log.ts';

/** Switches of a debugger; a packaged app refuses them, for they open the journal to whoever asks. */
const DEBUGGER_SWITCHES = ['inspect', 'inspect-brk', 'remote-debugging-port', 'remote-debugging-pipe'];

/** Before the app is ready: what Chromium would otherwise ask the network for is switched off at its root. */
export function closeTheNetwork(): void {
  const { commandLine } = app;
  // No name is ever looked up, whatever asks for it.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'disable-quic',
  ]) {
    commandLine.appendSwitch(name);
  }
  commandLine.appendSwitch(
    'disable-features',
    'NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  );
}

/** True when a packaged app was started with a debugger. */
export function isDebugged(): boolean {
  return app.isPackaged && DEBUGGER_SWITCHES.some((name) => app.commandLine.hasSwitch(name));
}

/** Before the app is ready: `app:` behaves as a web origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/** The session serves the app's own files, the images of the journal and nothing else. */
export function guardSession(
  session: Session,
  {
    pagesFolder,
    log,
    fileAt,
  }: {
    readonly pagesFolder: string;
    readonly log: Log;
    /** Answers for an address of a file in the journal. */
    readonly fileAt: (url: string) => AssetResponse;
  },
): void {
  const respond = loadAssets(pagesFolder);
  session.protocol.handle('app', (request) => {
    if (request.method !== 'GET' || !request.url.startsWith(`${ORIGIN}/`)) return new Response(null, { status: 404 });
    const { status, headers, body } = isFileAddress(request.url) ? fileAt(request.url) : respond(request.url);
    return new Response(Buffer.from(body), { status, headers });
  });
  session.webRequest.onBeforeRequest((details, callback) => {
    const { protocol: scheme } = new URL(details.url);
    const own = details.url.startsWith(`${ORIGIN}/`) || (!app.isPackaged && scheme === 'devtools:');
    if (!own) log.warn('request refused', { scheme, type: details.resourceType });
    callback({ cancel: !own });
  });
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Elsewhere than on macOS the dictionaries of the spell checker are downloaded.
  session.setSpellCheckerEnabled(process.platform === 'darwin');
  session.on('will-download', (event) => event.preventDefault());
}

/** No page of ours goes elsewhere, opens a window or hosts another page. */
export function guardContents(contents: WebContents, log: Log): void {
  const refuse =
    (what: string) =>
    (event: { preventDefault(): void }): void => {
      log.warn('refused', { what });
      event.preventDefault();
    };
  contents.on('will-navigate', refuse('navigation'));
  contents.on('will-redirect', refuse('redirect'));
  contents.on('will-attach-webview', refuse('webview'));
  contents.setWindowOpenHandler(() => {
    log.warn('refused', { what: 'window' });
    return { action: 'deny' };
  });
}

/** True only for a call from the main frame of one of our windows, on exactly our origin. */
export function isOurs(event: IpcMainInvokeEvent, windows: readonly WebContents[]): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    windows.includes(event.sender) &&
    frame === event.sender.mainFrame &&
    frame.url.startsWith(`${ORIGIN}/`)
  );
}
