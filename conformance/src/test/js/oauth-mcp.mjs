// The MCP SDK's client gets access to an MCP server that passes it on to the API, as Flagsmith's does.
import { auth, discoverOAuthServerInfo, extractWWWAuthenticateParams } from '@modelcontextprotocol/client';
import { asUser, callback, consent, listen } from './consent.mjs';
import { api, report } from './settings.mjs';

const METADATA = '/.well-known/oauth-protected-resource';
const issuer = new URL(api).origin;

const mcpServer = await listen(async (request, response) => {
  if (request.url.startsWith(METADATA)) {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ resource: new URL('mcp', mcpServer).href, authorization_servers: [issuer] }));
    return;
  }
  const { authorization = '' } = request.headers;
  const answer = await fetch(`${api}organisations/`, { headers: { authorization } });
  response.setHeader('WWW-Authenticate', `Bearer resource_metadata="${new URL(METADATA, mcpServer)}"`);
  response.writeHead(answer.status).end();
});
const serverUrl = new URL('mcp', mcpServer);

const { address, returned } = await callback();
const kept = {};
const told = { consents: [] };
const provider = {
  redirectUrl: address,
  clientMetadata: {
    client_name: 'MCP SDK',
    redirect_uris: [address],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: process.env.FLAGLEDGER_METHOD,
  },
  state: () => 's 1&2',
  clientInformation: () => kept.client,
  saveClientInformation: (client) => (kept.client = client),
  tokens: () => kept.tokens,
  saveTokens: (tokens) => (kept.tokens = tokens),
  discoveryState: () => kept.discovery,
  saveDiscoveryState: (discovery) => (kept.discovery = discovery),
  saveCodeVerifier: (verifier) => (kept.verifier = verifier),
  codeVerifier: () => kept.verifier,
  redirectToAuthorization: async (url) => told.consents.push(await consent(url)),
  invalidateCredentials: (scope) => {
    told.invalidated = scope;
    delete kept.tokens;
  },
};

const call = async () => fetch(serverUrl, { headers: { authorization: `Bearer ${kept.tokens?.access_token}` } });

const { resourceMetadataUrl } = extractWWWAuthenticateParams(await call());
told.begun = await auth(provider, { serverUrl, resourceMetadataUrl });
const { searchParams } = await returned;
told.state = searchParams.get('state');
told.exchanged = await auth(provider, { serverUrl, resourceMetadataUrl, authorizationCode: searchParams.get('code') });
told.scope = kept.tokens.scope;
told.called = (await call()).status;

const first = kept.tokens;
told.refreshed = await auth(provider, { serverUrl, resourceMetadataUrl });
told.renewed = kept.tokens.refresh_token !== first.refresh_token && kept.tokens.access_token !== first.access_token;
told.calledAgain = (await call()).status;

const sessions = await asUser('GET', 'auth/sessions/');
await asUser('DELETE', `auth/sessions/${sessions.find(({ kind }) => kind === 'APPLICATION').id}/`);
told.calledAfterwards = (await call()).status;
told.begunAgain = await auth(provider, { serverUrl, resourceMetadataUrl });

const found = await discoverOAuthServerInfo(api);
told.foundByTheApi = found.authorizationServerMetadata.issuer === issuer;

report(told);
