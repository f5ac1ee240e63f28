import { Random } from '../../main/sample/random.ts';
import type { Schema } from '../../shared/ipc.ts';

/** What a schema of zod is made of, as far as it is walked here. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly in?: Schema;
}

/** What is in the journal that is asked: ids by the table they are of, and texts that may be looked for. */
export interface Present {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly words: readonly string[];
  /** The table that a field called `id` is of. */
  readonly own: string | undefined;
}

/** Texts of every form that the contract knows. */
const FORMS = [
  '2026-11-21',
  '10:00',
  '2026-11-21T09:30:00.000Z',
  'Europe/Berlin',
  '2026',
  'pace',
  'a'.repeat(64),
] as const;
const NUMBERS = [1, 0, 3, 50];

/** Of which table an id is, where its field says so; any other field may hold an id of any table. */
const TABLES: Readonly<Record<string, string>> = {
  personId: 'person',
  personIds: 'person',
  introducedById: 'person',
  organisationId: 'organisation',
  conversationId: 'conversation',
  draftId: 'draft',
  momentId: 'moment',
};

/** So many different inputs that a schema takes, made up by chance; the same every time. */
export function inputsFor(schema: Schema, present: Present, count: number): readonly unknown[] {
  const random = new Random(7);
  const made = new Map<string, unknown>();
  for (let tried = 0; tried < 4 * count && made.size < count; tried += 1) {
    const value = anyOf(schema, { ...present, field: '' }, random);
    if (schema.safeParse(value).success) made.set(JSON.stringify(value) ?? '', value);
  }
  return [...made.values()];
}

function anyOf(schema: Schema, at: Present & { readonly field: string }, random: Random): unknown {
  // zod keeps what a schema is made of under this name, for tools that walk schemas.
  const { def } = (schema as unknown as { readonly _zod: { readonly def: Definition } })._zod;
  const inner = (part: Schema | undefined): unknown => (part === undefined ? undefined : anyOf(part, at, random));
  const pick = <T>(values: readonly T[]): T | undefined => values[random.below(values.length)];
  switch (def.type) {
    case 'string':
      return textOf(schema, at, pick);
    case 'number':
      return pick(NUMBERS.filter((number) => schema.safeParse(number).success));
    case 'boolean':
      return pick([true, false]);
    case 'enum':
      return pick(Object.values(def.entries ?? {}));
    case 'literal':
      return pick(def.values ?? []);
    case 'null':
      return null;
    case 'nullable':
      return random.chance(33) ? null : inner(def.innerType);
    case 'optional':
      return random.chance(50) ? undefined : inner(def.innerType);
    case 'readonly':
    case 'default':
    case 'catch':
      return inner(def.innerType);
    case 'pipe':
      return inner(def.in);
    case 'union':
      return inner(pick(def.options ?? []));
    case 'array': {
      const one = inner(def.element);
      return random.chance(25) ? [] : [one];
    }
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          .map(([field, part]) => [field, anyOf(part, { ...at, field }, random)] as const)
          // A field that is left out is not there.
          .filter(([, value]) => value !== undefined),
      );
    default:
      return undefined;
  }
}

function textOf(
  schema: Schema,
  { ids, words, own, field }: Present & { readonly field: string },
  pick: <T>(values: readonly T[]) => T | undefined,
): string | undefined {
  const takes = (text: string): boolean => schema.safeParse(text).success;
  const free = ['an', ...words, ''].filter(takes);
  if (free.length > 0) return pick(free);
  const form = FORMS.find(takes);
  if (form !== undefined) return form;
  const isOwn = field === 'id' || field === 'ids' || field === 'otherId';
  const table = TABLES[field] ?? (isOwn ? own : undefined);
  const of = (table === undefined ? undefined : ids[table]) ?? Object.values(ids).flat();
  return pick(of.filter(takes));
}
