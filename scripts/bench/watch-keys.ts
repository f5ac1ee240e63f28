/** What the page's global object has besides, once its keys are watched. */
export interface KeyWatch {
  keySamples: number[];
}

/**
 * Runs in the page. Writes down how long each key took until it was painted: until the next frame, or, when what changes is
 * named by a selector, until the last frame with a change there that is in sight. A message that is sent within a frame
 * arrives after it.
 */
export function watchKeys(changing: string | null): void {
  const host = globalThis as unknown as KeyWatch;
  host.keySamples = [];
  let pressed: number | null = null;
  let last: number | null = null;
  const afterPaint = (done: (at: number) => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  };
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      if (changing === null) {
        afterPaint((at) => host.keySamples.push(at - timeStamp));
        return;
      }
      if (pressed !== null && last !== null) host.keySamples.push(last - pressed);
      pressed = timeStamp;
      last = null;
    },
    true,
  );
  if (changing === null) return;
  const elementOf = (node: Node | null): Element | null =>
    node instanceof Element ? node : (node?.parentElement ?? null);
  // Of what was taken away only what stood before it is left.
  const placesOf = ({ target, addedNodes, previousSibling }: MutationRecord): readonly (Element | null)[] =>
    addedNodes.length > 0 ? [...addedNodes].map(elementOf) : [elementOf(previousSibling ?? target)];
  new MutationObserver((changes) => {
    const there = changes.filter(({ target }) => {
      const element = elementOf(target);
      return element?.closest(changing) || element?.querySelector(changing);
    });
    if (there.length === 0) return;
    afterPaint((at) => {
      const isInSight = there.flatMap(placesOf).some((element) => {
        // Laid out a moment ago: nothing is laid out for this.
        const { top, bottom } = element?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
        return top < innerHeight && bottom > 0;
      });
      if (isInSight) last = at;
    });
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

/** Runs in the page. Writes down how long it took from each press of a key until what is named by the selector was painted. */
export function watchOpening({ key, shown }: { readonly key: string; readonly shown: string }): void {
  const host = globalThis as unknown as KeyWatch;
  host.keySamples = [];
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== key) return;
      const look = (): void => {
        requestAnimationFrame(() => {
          if (document.querySelector(shown) === null) {
            look();
            return;
          }
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => host.keySamples.push(performance.now() - event.timeStamp);
          port2.postMessage(null);
        });
      };
      look();
    },
    true,
  );
}
