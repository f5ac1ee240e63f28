import { afterEach, describe, expect, it } from 'vitest';
import { currentRoute, goBack, linkTo, navigate, type Route, routeOf } from '../../renderer/route.ts';
import type { ConversationId, DraftId, OrganisationId, PersonId } from '../../shared/id.ts';

const id = '01900000-0000-7000-8000-000000000001';

const ROUTES: readonly Route[] = [
  { page: 'today' },
  { page: 'people' },
  { page: 'person', id: id as PersonId },
  { page: 'organisation', id: id as OrganisationId },
  { page: 'new-conversation' },
  { page: 'new-conversation', personId: id as PersonId },
  { page: 'new-conversation', meeting: 'a/b c@example.com 2026-11-21' },
  { page: 'draft', id: id as DraftId },
  { page: 'conversation', id: id as ConversationId },
  { page: 'brief', id: id as PersonId },
  { page: 'meeting-brief', ids: [id as PersonId, '01900000-0000-7000-8000-000000000002' as PersonId] },
  { page: 'organisation-brief', id: id as OrganisationId },
  { page: 'promises' },
  { page: 'follow-ups' },
  { page: 'search', text: '' },
  { page: 'search', text: 'price/offer "50 %" #ä 日本' },
  { page: 'backups' },
  { page: 'settings' },
  { page: 'help' },
];

afterEach(() => window.history.replaceState({ depth: 0 }, '', '#/today'));

describe('a route', () => {
  it.each(ROUTES.map((route) => [linkTo(route), route] as const))('%s comes back from its address', (link, route) => {
    expect(routeOf(link)).toEqual(route);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/person', '#/person/', '#/search/%E0%A4%A'])(
    '%j leads somewhere sensible',
    (hash) => {
      expect(['today', 'search']).toContain(routeOf(hash).page);
    },
  );

  it('goes back to where the user came from, and to Today from where the app was started', async () => {
    navigate({ page: 'people' });
    navigate({ page: 'help' });
    const gone = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    goBack();
    await gone;
    expect(currentRoute()).toEqual({ page: 'people' });
    window.history.replaceState({ depth: 0 }, '', '#/help');
    goBack();
    expect(currentRoute()).toEqual({ page: 'today' });
  });
});
