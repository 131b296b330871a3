import type { Requests, RequestStatus } from '../../src/conversation/ports.js';

type Filed = Parameters<Requests['file']>[0] & { code: string };

/** Keeps requests in memory; codes count up. */
export class FakeRequests implements Requests {
  readonly filed: Filed[] = [];

  file(request: Parameters<Requests['file']>[0]): Promise<string> {
    const known = this.filed.find(({ eventKey }) => eventKey === request.eventKey);
    if (known !== undefined) return Promise.resolve(known.code);
    const code = `YC-${String(this.filed.length + 1).padStart(4, 'A')}`;
    this.filed.push({ ...request, code });
    return Promise.resolve(code);
  }

  withdraw(conversationId: string, code: string): Promise<boolean> {
    const at = this.filed.findIndex((one) => one.conversationId === conversationId && one.code === code);
    if (at >= 0) this.filed.splice(at, 1);
    return Promise.resolve(at >= 0);
  }

  isWaiting(conversationId: string, code: string): Promise<boolean> {
    return Promise.resolve(
      this.filed.some((one) => one.conversationId === conversationId && one.code === code),
    );
  }

  openTalk(): Promise<void> {
    return Promise.resolve();
  }

  closeTalk(): Promise<void> {
    return Promise.resolve();
  }

  status(conversationId: string, code: string): Promise<RequestStatus | null> {
    const found = this.filed.find((one) => one.conversationId === conversationId && one.code === code);
    if (found === undefined) return Promise.resolve(null);
    const { kind, at: filedAt } = found;
    return Promise.resolve({ code, kind, status: 'open', filedAt });
  }
}
