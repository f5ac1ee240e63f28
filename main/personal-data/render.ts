import { findCue } from '../../shared/observations/vocabulary.ts';
import type { Everything, HeldFile } from './everything.ts';

/** Everything about a person as JSON. */
export function asJson(everything: Everything): string {
  return `${JSON.stringify(everything, null, 2)}\n`;
}

const HEADINGS: Readonly<Record<string, string>> = {
  person: 'What is known',
  introduced: 'People they introduced',
  conversations: 'Conversations',
  promises: 'Promises',
  followUps: 'Follow-ups',
  drafts: 'Unfinished drafts',
};

const STYLE = `body{font:16px/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h1,h2,h3{line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid #bbb}
article{margin:1.5rem 0;padding-left:1rem;border-left:2px solid #ddd}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.125rem 1rem;margin:.5rem 0}
dt{color:#555;font-family:sans-serif;font-size:.8125rem;line-height:1.6rem}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
figure{margin:.5rem 0}img{display:block;max-width:100%;max-height:32rem}figcaption{color:#555;font-size:.8125rem}`;

/**
 * Everything about a person as one page that reads without any program but a browser: no scripts, nothing from
 * elsewhere, every word escaped. It is made from the same object as the JSON, value by value.
 */
export function asHtml(everything: Everything): string {
  const { about, savedAt, other, ...parts } = everything;
  const sections = [...Object.entries(parts), ...Object.entries(other)]
    .filter(([, value]) => !isEmpty(value))
    .map(
      ([name, value]) => `<section><h2>${escapeHtml(HEADINGS[name] ?? label(name))}</h2>${entries(value)}</section>`,
    );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(about)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(about)}</h1>
<p>Everything that a journal of Rapport held about this person, saved at ${escapeHtml(savedAt)}. Times are in UTC, days as they were on the calendar of the place.</p>
${sections.join('\n')}
</body>
</html>
`;
}

/** The parts of a section: one article for each of several, or the facts of the one. */
function entries(value: unknown): string {
  if (Array.isArray(value) && value.some((each) => typeof each === 'object')) {
    return value.map((each) => `<article>${render(each)}</article>`).join('\n');
  }
  return render(value);
}

function render(value: unknown): string {
  if (Array.isArray(value)) {
    return value.some((each) => typeof each === 'object')
      ? value.map(render).join('\n')
      : escapeHtml(value.map(String).join(', '));
  }
  if (typeof value !== 'object' || value === null) return escapeHtml(String(value));
  const facts = Object.entries(value)
    .filter(([, fact]) => !isEmpty(fact))
    .map(([name, fact]) => `<dt>${escapeHtml(label(name))}</dt><dd>${rendered(name, fact)}</dd>`);
  return `<dl>${facts.join('')}</dl>`;
}

function rendered(name: string, fact: unknown): string {
  if (name === 'cue') return cue(fact);
  return isFiles(fact) ? fact.map(file).join('\n') : render(fact);
}

function isFiles(fact: unknown): fact is readonly HeldFile[] {
  return (
    Array.isArray(fact) &&
    fact.every((each) => typeof each === 'object' && each !== null && 'hash' in each && 'size' in each)
  );
}

/** The file itself, within the page: an image is shown, anything else is saved from there and never opened. */
function file({ name, type, content }: HeldFile): string {
  if (content === null)
    return `<p>${escapeHtml(name)} (too large for this page; it can be saved from the conversation)</p>`;
  const address = `data:${type ?? 'application/octet-stream'};base64,${content}`;
  const link = `<a download="${escapeHtml(name)}" href="${address}">${escapeHtml(name)}</a>`;
  return type === null
    ? `<p>${link}</p>`
    : `<figure><img alt="" src="${address}"><figcaption>${link}</figcaption></figure>`;
}

function cue(id: unknown): string {
  const name = findCue(String(id))?.name;
  return escapeHtml(name === undefined ? String(id) : `${name} (${String(id)})`);
}

/** Nothing was written there. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** `dueOn` and `due_on` as "Due on". */
function label(name: string): string {
  const words = name
    .replaceAll('_', ' ')
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
