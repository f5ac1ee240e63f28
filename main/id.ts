import { randomBytes } from 'node:crypto';
import type { Id } from '../shared/id.ts';
import type { Clock } from '../shared/time.ts';

/** Makes UUIDv7 ids (RFC 9562): 48 bits of time in milliseconds, 74 random bits. */
export function idMaker(clock: Clock): <Model extends string>() => Id<Model> {
  return <Model extends string>() => {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.parse(clock.now()), 0, 6);
    bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x70, 6);
    bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex');
    const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
    // The brand is what makes it the id of one model.
    return groups.join('-') as Id<Model>;
  };
}
