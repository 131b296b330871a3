import { createServer } from 'node:http';
import { expect } from 'chai';
import express from 'express';
import { CHANNELS } from '../../../src/conversation-settings.js';
import { closed, listen } from '../../../src/http/listening.js';
import { privacyPage } from '../../../src/http/privacy-page.js';
import { SAMPLE_CONTENT } from '../../support/sample-content.js';

describe('The public page about privacy', () => {
  it('says whose bot it is, what is kept and how long, and how to have it deleted', async () => {
    const settings = {
      authority: 'Thuế <thử>',
      consentMode: 'ask',
      retentionDays: 21,
      channels: CHANNELS,
    } as const;
    const server = createServer(
      express().use(
        '/quyen-rieng-tu',
        privacyPage(settings, () => SAMPLE_CONTENT),
      ),
    );
    const port = await listen(server, 0, '127.0.0.1');
    try {
      const response = await fetch(`http://127.0.0.1:${port}/quyen-rieng-tu`);
      const page = await response.text();
      expect(response.status).to.equal(200);
      expect(page).to.contain('Thuế &lt;thử&gt;').and.to.not.contain('<thử>');
      expect(page).to.contain('tối đa 21 ngày').and.to.contain('xoá chậm nhất 21 ngày sau đó');
      expect(page).to.contain('gõ “xoá dữ liệu của tôi”').and.to.contain('91/2025/QH15');
    } finally {
      await closed(server);
    }
  });
});
