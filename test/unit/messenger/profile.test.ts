import { expect } from 'chai';
import { startFakeGraphApi, type FakeGraphApi } from '../../../src/simulator/fake-graph-api/server.js';
import { iceBreakers, profileSettings, readProfile, writeProfile } from '../../../src/messenger/profile.js';
import { createGraphClient } from '../../../src/messenger/send/client.js';
import { SAMPLE_CONTENT } from '../../support/sample-content.js';

describe('how the Page is set', () => {
  let graph: FakeGraphApi;
  const client = (token = 'token') =>
    createGraphClient({ url: graph.url, version: 'v26.0', token, appSecret: 'secret' });
  const settings = profileSettings(SAMPLE_CONTENT, 'Thuế thành phố Đà Nẵng');

  beforeEach(async () => {
    graph = await startFakeGraphApi({ token: 'token', appSecret: 'secret', pageId: '1000' });
  });
  afterEach(() => graph.close());

  it('has Get Started, a greeting that says it is a machine, a menu, and hears what the bot needs', async () => {
    await writeProfile(client(), '1000', settings);
    const { profile, subscription } = await readProfile(client(), '1000');
    expect(JSON.stringify(profile)).to.match(/get_started.*máy trả lời.*Xoá dữ liệu của tôi/);
    expect(JSON.stringify(subscription)).to.match(/"messages".*"messaging_postbacks".*"messaging_referrals"/);
  });

  it('hears comments under posts only where they are to be answered', async () => {
    await writeProfile(client(), '1000', settings);
    expect(graph.subscribedFields).not.to.include('feed');
    await writeProfile(client(), '1000', settings, { comments: true });
    expect(graph.subscribedFields).to.include('feed').and.include('messages');
  });

  it('keeps within Messenger’s limits: 160 characters of greeting, 20 of a menu title', () => {
    const { greeting, persistent_menu: menu } = profileSettings(SAMPLE_CONTENT, 'Thuế '.repeat(12)) as {
      greeting: { text: string }[];
      persistent_menu: { call_to_actions: { title: string }[] }[];
    };
    expect(greeting[0]?.text.length).to.be.at.most(160);
    for (const { title } of menu[0]?.call_to_actions ?? []) expect(title.length).to.be.at.most(20);
  });

  it('has ice breakers only when told, and loses them again when not', async () => {
    const questions = Array.from({ length: 6 }, (_, index) => ({
      question: `${'Thủ tục rất dài '.repeat(8)}${index}`,
      procedure: `p-${index}`,
    }));
    await writeProfile(client(), '1000', { ...settings, ...iceBreakers(questions) });
    const [set] = graph.profile['ice_breakers'] as { call_to_actions: { question: string }[] }[];
    expect(set?.call_to_actions).to.have.length(4);
    for (const { question } of set?.call_to_actions ?? []) expect(question.length).to.be.at.most(80);
    await writeProfile(client(), '1000', settings);
    expect(graph.profile).not.to.have.property('ice_breakers');
  });

  it('says what Facebook refused, without the token', async () => {
    const error = await writeProfile(client('wrong-token'), '1000', settings).then(
      () => new Error('went through'),
      (thrown: unknown) => thrown as Error,
    );
    expect(error.message).to.include('code 190').and.not.include('wrong-token');
  });
});
