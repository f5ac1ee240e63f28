import { withoutLineBreaks } from '../../shared/conversations/beginning.ts';
import type { Snippet } from '../../shared/search/contract.ts';

/** Found text with what was searched for marked. */
export function SnippetText({ of: snippet }: { readonly of: Snippet }) {
  let place = 0;
  return snippet.map(({ text, hit }) => {
    // A piece is known by where it begins.
    const key = place;
    place += text.length;
    const line = withoutLineBreaks(key === 0 ? text.trimStart() : text);
    return hit ? <mark key={key}>{line}</mark> : <span key={key}>{line}</span>;
  });
}

/** Found text without the marks. */
export function snippetWords(snippet: Snippet): string {
  return snippet.map(({ text }) => text).join('');
}
