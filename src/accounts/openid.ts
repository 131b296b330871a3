import * as client from 'openid-client';
import { AppError } from '../shared/errors.js';

export interface OpenIdSettings {
  /** Address of the provider; its `/.well-known/openid-configuration` says the rest. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Which claim names the person, as it was given to the account: `email`, `sub`, `preferred_username`… */
  claim: string;
  /** Where the provider sends people back to; registered there. */
  redirectUri: string;
}

export interface OpenId {
  /** Where to send the browser, and what it must bring back. */
  begin(): Promise<{ address: string; pending: string }>;
  /**
   * Who the provider says it is, in the words of the claim.
   * Rejects with `OPENID_REFUSED` when the answer does not hold, `OPENID_UNAVAILABLE` when the provider can't be asked.
   */
  finish(answer: URLSearchParams, pending: string): Promise<string>;
}

/** OpenID Connect: authorization code with PKCE, state and nonce, checked by `openid-client`. */
export function createOpenId(settings: OpenIdSettings): OpenId {
  let discovered: Promise<client.Configuration> | undefined;
  const provider = () => {
    discovered ??= discover(settings).catch((error: unknown) => {
      discovered = undefined; // Asked again at the next sign-in.
      throw unavailable(error);
    });
    return discovered;
  };
  return {
    async begin() {
      const config = await provider();
      const [verifier, state, nonce] = [
        client.randomPKCECodeVerifier(),
        client.randomState(),
        client.randomNonce(),
      ];
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { address: address.href, pending: [verifier, state, nonce].join('.') };
    },
    finish: async (answer, pending) => finished(await provider(), settings, answer, pending),
  };
}

async function finished(
  config: client.Configuration,
  { redirectUri, claim }: OpenIdSettings,
  answer: URLSearchParams,
  pending: string,
): Promise<string> {
  const [verifier = '', state = '', nonce = ''] = pending.split('.');
  if (state === '') throw refused(undefined, 'Lượt đăng nhập này đã cũ.');
  const checks = {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  };
  const callback = new URL(`${redirectUri}?${answer.toString()}`);
  const tokens = await client.authorizationCodeGrant(config, callback, checks).catch((error: unknown) => {
    throw refused(error);
  });
  return named(tokens.claims() ?? {}, claim);
}

/** Plain http is for a provider on this very machine, as in a trial. */
function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<client.Configuration> {
  const server = new URL(issuer);
  const local = server.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(server.hostname);
  return client.discovery(
    server,
    clientId,
    clientSecret,
    undefined,
    // Deprecated so that it is seen in every review, says the library: it is for trials.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    local ? { execute: [client.allowInsecureRequests] } : {},
  );
}

/** A mail address that the provider has not verified could be anybody's. */
function named(claims: Readonly<Record<string, unknown>>, claim: string): string {
  const value = claims[claim];
  if (typeof value !== 'string' || value === '')
    throw refused(undefined, 'Hệ thống đăng nhập không cho biết anh/chị là ai.');
  if (claim === 'email' && claims['email_verified'] !== true)
    throw refused(undefined, 'Hệ thống đăng nhập chưa xác minh địa chỉ thư của anh/chị.');
  return value;
}

function refused(
  cause: unknown,
  message = 'Hệ thống đăng nhập của cơ quan không xác nhận lượt này.',
): AppError {
  return new AppError('OPENID_REFUSED', message, {
    status: 401,
    remedy: 'Anh/chị thử đăng nhập lại. Nếu vẫn gặp, báo người quản trị.',
    cause,
  });
}

function unavailable(cause: unknown): AppError {
  return new AppError('OPENID_UNAVAILABLE', 'Chưa liên lạc được với hệ thống đăng nhập của cơ quan.', {
    status: 503,
    remedy: 'Anh/chị thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu nếu tài khoản có.',
    cause,
  });
}
