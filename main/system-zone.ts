import { readlinkSync } from 'node:fs';

/** Where Linux and macOS say in which zone the computer is: a link into the tables of the zones. */
const ZONE_LINK = '/etc/localtime';

/**
 * Lets this process follow its computer into another zone, at each call. Chromium watches for that and tells `Intl`; but
 * `Date` keeps what it worked out before, and where the system has no file to watch left, nobody notices a journey.
 * Windows tells every program by a message, and has no such link.
 */
export function followZone({
  link = ZONE_LINK,
  environment = process.env,
}: {
  readonly link?: string;
  readonly environment?: { TZ?: string | undefined };
} = {}): () => void {
  let seen = targetOf(link);
  return () => {
    // A zone that somebody chose for this process holds wherever the computer is.
    if (environment.TZ !== undefined) return;
    const target = targetOf(link);
    if (target === seen) return;
    seen = target;
    // Node takes it as word of another zone, and has the system asked anew.
    delete environment.TZ;
  };
}

/** Null where there is no link. */
function targetOf(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}
