import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { stopAll } from './running.ts';

// A page that is read when it is first needed may take a while on a busy machine; what never comes still fails.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  // The page goes first: what it keeps on its way out still finds the journal open.
  cleanup();
  stopAll();
  // React Aria keeps what was said to a screen reader for some seconds, outside of the page: the next test is another one.
  for (const said of document.querySelectorAll('[data-live-announcer] > *')) said.replaceChildren();
  window.history.replaceState({ depth: 0 }, '', '#/today');
});

// What jsdom does not have and pages use.
if (typeof window.matchMedia !== 'function') {
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
}
if (typeof globalThis.ResizeObserver !== 'function') {
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}
if (typeof Element.prototype.scrollIntoView !== 'function') Element.prototype.scrollIntoView = () => undefined;
