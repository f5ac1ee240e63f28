import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;

beforeEach(() => {
  server = createTestServer();
});

afterEach(() => server.dispose());

test.each(['https://doi.org/10.1000/1', 'mailto:asa@lindqvist.example'])(
  '%s is given to the desk, which asks',
  async (address) => {
    await server.api.links.open({ address });
    expect(server.desk.asked).toEqual([{ what: 'openLink', about: address }]);
  },
);

test.each([
  'http://example.org',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://',
  'https://%',
  ' https://a.b',
  '',
])('"%s" is refused', async (address) => {
  await expect(server.api.links.open({ address })).rejects.toMatchObject({ code: 'invalid_input' });
  expect(server.desk.asked).toEqual([]);
});
