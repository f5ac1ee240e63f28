/** "Lovelace, Ada (Analytics)", as directories of companies write names, is "Ada Lovelace". */
export function plainName(name: string): string {
  const [last = '', first = ''] = name.replace(/\s*[([].*$/, '').split(',');
  return first.trim() === '' ? last.trim() : `${first.trim()} ${last.trim()}`;
}
