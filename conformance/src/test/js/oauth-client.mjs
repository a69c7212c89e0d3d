// openid-client, which reads the protocol strictly, does what programs do, from the registration to the end of their access.
import * as oauth from 'openid-client';
import { callback, consent } from './consent.mjs';
import { api, report } from './settings.mjs';

const method = process.env.FLAGLEDGER_METHOD;
const AUTHENTICATIONS = {
  none: oauth.None,
  client_secret_basic: oauth.ClientSecretBasic,
  client_secret_post: oauth.ClientSecretPost,
};
const { address, returned } = await callback();
const config = await oauth.dynamicClientRegistration(
  new URL('/', api),
  { client_name: 'openid-client', redirect_uris: [address], token_endpoint_auth_method: method },
  (server, client, ...request) => AUTHENTICATIONS[method](client.client_secret)(server, client, ...request),
  { algorithm: 'oauth2', execute: [oauth.allowInsecureRequests] },
);

const pkceCodeVerifier = oauth.randomPKCECodeVerifier();
const expectedState = oauth.randomState();
const asked = await consent(
  oauth.buildAuthorizationUrl(config, {
    redirect_uri: address,
    scope: 'mcp',
    code_challenge: await oauth.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
  }),
);
const tokens = await oauth.authorizationCodeGrant(config, await returned, { pkceCodeVerifier, expectedState });

// A refusal is told by its status.
const call = ({ access_token }) =>
  oauth.fetchProtectedResource(config, access_token, new URL('auth/users/me/', api), 'GET').then(
    ({ status }) => status,
    ({ status, cause }) => status ?? cause.status,
  );
const inspect = ({ access_token }) =>
  oauth.tokenIntrospection(config, access_token).then(
    ({ active, scope, client_id }) => ({ active, scope, own: client_id === config.clientMetadata().client_id }),
    ({ status, cause }) => status ?? cause.status,
  );

const called = await call(tokens);
const renewed = await oauth.refreshTokenGrant(config, tokens.refresh_token);
const calledAgain = await call(renewed);
const known = await inspect(renewed);
await oauth.tokenRevocation(config, renewed.refresh_token);

report({
  asked,
  expiresIn: tokens.expires_in,
  called,
  renewed: renewed.refresh_token !== tokens.refresh_token,
  calledAgain,
  known,
  knownAfterwards: await inspect(renewed),
  calledAfterwards: await call(renewed),
  refreshedAfterwards: await oauth.refreshTokenGrant(config, renewed.refresh_token).catch(({ error }) => error),
});
