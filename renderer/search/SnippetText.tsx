import type { Snippet } from '../../shared/search/contract.ts';

/** Found text with what was searched for marked. */
export function SnippetText({ of: snippet }: { readonly of: Snippet }) {
  let place = 0;
  return snippet.map(({ text, hit }) => {
    // A piece is known by where it begins.
    const key = place;
    place += text.length;
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}

/** Found text without the marks. */
export function snippetWords(snippet: Snippet): string {
  return snippet.map(({ text }) => text).join('');
}
