import { expect } from 'chai';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { closed, listen, webServer } from '../../../src/http/listening.js';
import type { AppError } from '../../../src/shared/errors.js';

/** What common load balancers keep an idle connection for, seconds. */
const BALANCER_IDLE = 60;

describe('The server', () => {
  const agent = new Agent({ keepAlive: true });
  let server: Server;
  let port: number;
  const open = async (listener: RequestListener): Promise<void> => {
    server = webServer(listener);
    port = await listen(server, 0, '127.0.0.1');
  };
  afterEach(async () => {
    agent.destroy();
    server.closeAllConnections();
    await closed(server);
  });
  const ask = async (): Promise<IncomingMessage> => {
    const [response] = (await once(get({ port, host: '127.0.0.1', agent }), 'response')) as [IncomingMessage];
    response.resume();
    return response;
  };

  it('keeps an idle connection for longer than a load balancer does', async () => {
    await open((_request, response) => response.end());
    const { headers } = await ask();
    const [, seconds] = /timeout=(\d+)/.exec(String(headers['keep-alive'])) ?? [];
    expect(Number(seconds)).to.be.above(BALANCER_IDLE);
  });

  it('closes once the last request is answered, whatever connections are kept', async () => {
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      void open((_request, response) => {
        answer = () => void response.end();
        resolve();
      }).then(() => ask());
    });
    await asked;
    const closing = closed(server);
    answer();
    await closing;
  });

  it('says in a sentence that its port is taken, and what to do', async () => {
    await open((_request, response) => response.end());
    const second = webServer((_request, response) => response.end());
    const error = (await listen(second, port, '127.0.0.1').catch((thrown: unknown) => thrown)) as AppError;
    expect(error).to.have.property('code', 'PORT_IN_USE');
    expect(error.message).to.contain(`Cổng ${port}`).and.contain(`Port ${port} is in use`);
    expect(error.remedy).to.contain('PORT');
  });

  it('says in a sentence that the machine has no such address', async () => {
    await open((_request, response) => response.end());
    const second = webServer((_request, response) => response.end());
    const error = await listen(second, 0, '203.0.113.7').catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'HOST_UNKNOWN');
  });
});
