// The user, in whose browser the dashboard is open, and the loopback address where a program waits for that browser.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { api } from './settings.mjs';

const headers = { Authorization: process.env.FLAGLEDGER_TOKEN, 'Content-Type': 'application/json' };

/** Asks the API as the user. */
export async function asUser(method, path, body) {
  const answer = await fetch(api + path, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  }
  return text && JSON.parse(text);
}

/** Opens a server on a port of its own, and returns its address. */
export async function listen(answer) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new URL(`http://127.0.0.1:${server.address().port}/`);
}

/** Opens an address to which browsers return: `address`, and `returned`, the address that the first of them opens there. */
export async function callback() {
  let arrive;
  const returned = new Promise((resolve) => (arrive = resolve));
  const origin = await listen((request, response) => {
    response.end('You may close this window.');
    arrive(new URL(request.url, origin));
  });
  return { address: new URL('callback', origin).href, returned };
}

/** Does what the dashboard does at an address to which a client sends the browser: shows what is asked for, and says yes. */
export async function consent(address) {
  const asked = await asUser('GET', `oauth/authorize/${address.search}`);
  const decision = { ...Object.fromEntries(address.searchParams), allow: true };
  const { redirect_uri } = await asUser('POST', 'oauth/authorize/', decision);
  await (await fetch(redirect_uri)).text();
  return { path: address.pathname, client: asked.application.name, scopes: Object.keys(asked.scopes) };
}
