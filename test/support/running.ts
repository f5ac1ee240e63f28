const stops: (() => void)[] = [];

/** Registers what ends something that a test has started. */
export function onStop(stop: () => void): void {
  stops.push(stop);
}

/** Ends everything that was started. Runs after each test. */
export function stopAll(): void {
  for (const stop of stops.splice(0)) stop();
}
