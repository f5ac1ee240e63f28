import { type RenderResult, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { App } from '../../renderer/App.tsx';
import { connect } from '../../renderer/api.ts';
import { startFlushing } from '../../renderer/flush.ts';
import { setClock } from '../../renderer/format.ts';
import { startKeys } from '../../renderer/keys.ts';
import { linkTo, type Route } from '../../renderer/route.ts';
import type { TestContextOptions } from './context.ts';
import { onStop } from './running.ts';
import { createTestServer, type TestServer } from './server.ts';

export interface TestApp extends TestServer {
  /** Types and clicks as a person does. */
  readonly user: UserEvent;
  /** Shows the whole app at a route: the real page over the real server. */
  render(route?: Route): RenderResult;
}

/** The whole app in this process: real page, real server, real SQLite, values cloned between them. */
export function startApp(options: TestContextOptions = {}): TestApp {
  const server = createTestServer(options);
  connect(server.bridge);
  setClock(server.clock);
  const stops = [startKeys(), startFlushing()];
  onStop(() => {
    for (const stop of stops) stop();
    server.dispose();
  });
  return Object.assign(server, {
    user: userEvent.setup(),
    render(route: Route = { page: 'today' }) {
      window.history.replaceState({ depth: 0 }, '', linkTo(route));
      return render(<App />);
    },
  });
}
