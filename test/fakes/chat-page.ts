import type { HttpParts } from '../../src/http/http-app.js';

/** What the chat page shows beside replies, for tests that are not about it. */
export const chatPage: Pick<HttpParts, 'page' | 'guide' | 'history'> = {
  page: () => ({
    authority: 'Thuế mẫu',
    trial: true,
    welcome: { kind: 'text', text: 'Dạ em chào anh/chị.' },
  }),
  guide: () => undefined,
  history: { of: () => Promise.resolve({ turns: [], newest: 0 }) },
};
