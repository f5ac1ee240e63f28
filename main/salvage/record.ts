export type Field = string | number | bigint | null | Uint8Array;

const STRICT = new TextDecoder('utf-8', { fatal: true });
const LENIENT = new TextDecoder('utf-8');

/** A number of one to nine bytes, as SQLite stores lengths and row numbers. Errors: RangeError beyond the end. */
export function readVarint(bytes: Buffer, start: number): { readonly value: number; readonly end: number } {
  let value = 0n;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(start + index);
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: Number(value), end: start + index + 1 };
  }
  value = (value << 8n) | BigInt(bytes.readUInt8(start + 8));
  return { value: Number(BigInt.asIntN(64, value)), end: start + 9 };
}

/** The fields of one row; null when its bytes do not make one. */
export function decodeRecord(bytes: Buffer): { readonly fields: readonly Field[]; readonly isAltered: boolean } | null {
  const header = readVarint(bytes, 0);
  if (header.value < header.end || header.value > bytes.length) return null;
  const fields: Field[] = [];
  let isAltered = false;
  let at = header.value;
  for (let place = header.end; place < header.value; ) {
    const type = readVarint(bytes, place);
    place = type.end;
    const length = lengthOf(type.value);
    if (length === null || at + length > bytes.length) return null;
    const field = bytes.subarray(at, at + length);
    at += length;
    if (type.value >= 13 && type.value % 2 === 1) {
      const text = textOf(field);
      fields.push(text.text);
      isAltered ||= text.isAltered;
    } else {
      fields.push(numberOrBytes(type.value, field));
    }
  }
  // Bytes that are left over belong to no row.
  return at === bytes.length ? { fields, isAltered } : null;
}

const LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

function lengthOf(type: number): number | null {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return LENGTHS[type] ?? null;
}

function numberOrBytes(type: number, field: Buffer): Field {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return field.readDoubleBE();
  if (type >= 12) return new Uint8Array(field);
  if (type === 6) {
    const value = field.readBigInt64BE();
    return BigInt(Number(value)) === value && Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  return field.readIntBE(0, field.length);
}

function textOf(field: Buffer): { readonly text: string; readonly isAltered: boolean } {
  try {
    return { text: STRICT.decode(field), isAltered: false };
  } catch {
    return { text: LENIENT.decode(field), isAltered: true };
  }
}
