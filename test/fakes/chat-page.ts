import type { HttpDependencies } from '../../src/http/http-app.js';
import { SAMPLE_CONTENT } from '../support/sample-content.js';

/** What the chat page shows beside replies, for tests that are not about it. */
export const chatPage: Pick<HttpDependencies, 'page' | 'guide' | 'history' | 'speaker'> = {
  page: () => ({
    authority: 'Thuế mẫu',
    trial: true,
    welcome: { kind: 'text', text: 'Dạ em chào anh/chị.' },
  }),
  speaker: () => ({ content: SAMPLE_CONTENT }),
  guide: () => undefined,
  history: { of: () => Promise.resolve({ turns: [], newest: 0 }) },
};
