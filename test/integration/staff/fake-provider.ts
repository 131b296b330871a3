import { createServer } from 'node:http';
import express, { urlencoded } from 'express';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { closed, listen } from '../../../src/http/listening.js';

/** An identity provider of the office, in this process: it lets in whoever `person` is, and signs for it. */
export async function startProvider() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const state = {
    person: { sub: 'p-1', email: 'An@Thue.test', email_verified: true } as Record<string, unknown>,
    /** Set by a test that lets the provider sign for another sign-in. */
    nonce: undefined as string | undefined,
  };
  const codes = new Map<string, { nonce: string; challenge: string }>();
  const app = express();
  const server = createServer(app);
  const issuer = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  app.get('/.well-known/openid-configuration', (_request, response) => {
    response.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    });
  });
  app.get('/keys', (_request, response) => void response.json({ keys: [jwk] }));
  app.get('/authorize', ({ query }, response) => {
    const asked = query as Record<string, string>;
    const code = `code-${codes.size}`;
    codes.set(code, { nonce: asked['nonce'] ?? '', challenge: asked['code_challenge'] ?? '' });
    const back = new URL(asked['redirect_uri'] ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked['state'] ?? '');
    response.redirect(back.href);
  });
  app.post('/token', urlencoded(), async (request, response) => {
    const { code = '', code_verifier: verifier = '' } = request.body as Record<string, string>;
    const known = codes.get(code);
    codes.delete(code);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(verifier)));
    if (known === undefined || digest.toString('base64url') !== known.challenge) {
      response.status(400).json({ error: 'invalid_grant' });
      return;
    }
    const idToken = await new SignJWT({ ...state.person, nonce: state.nonce ?? known.nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience('dong-hanh')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    response.json({ access_token: 'a', token_type: 'bearer', expires_in: 300, id_token: idToken });
  });
  return {
    issuer,
    state,
    async close() {
      server.closeAllConnections();
      await closed(server);
    },
  };
}
