// Flagsmith's SDK for browsers, in the package that is named, with the few things of a browser that it uses.
import { EventSource } from 'eventsource';
import { api, change, clientKey, people, report } from './settings.mjs';

let opened;
const listening = new Promise((resolve) => (opened = resolve));

const kept = new Map();
globalThis.window = globalThis;
globalThis.localStorage = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => kept.set(key, value),
};
globalThis.EventSource = class extends EventSource {
  constructor(url, init) {
    super(url, init);
    this.addEventListener('open', opened);
  }
};

const { createFlagsmithInstance } = await import(process.env.FLAGLEDGER_PACKAGE);
const plain = { api, environmentID: clientKey, fetch: globalThis.fetch, cacheFlags: false };

const told = (client) =>
  Object.fromEntries(
    Object.keys(client.getAllFlags()).map((name) => [
      name,
      { enabled: client.hasFeature(name), value: client.getValue(name) },
    ]),
  );

const anonymous = createFlagsmithInstance();
await anonymous.init({ ...plain, enableAnalytics: true });
const environment = told(anonymous);
await anonymous.analyticsFlags();

const identities = {};
for (const { identifier, traits } of people) {
  const client = createFlagsmithInstance();
  await client.init({ ...plain, identity: identifier, traits });
  identities[identifier] = told(client);
}

const visitor = createFlagsmithInstance();
await visitor.init(plain);
await visitor.identify('visitor');
const before = told(visitor);
await visitor.setTrait('plan', 'pro');
const after = told(visitor);
const traits = visitor.getAllTraits();
await visitor.logout();
const loggedOut = told(visitor);

const watcher = createFlagsmithInstance();
let watching = false;
let heard;
const news = new Promise((resolve) => (heard = resolve));
await watcher.init({
  ...plain,
  realtime: true,
  eventSourceUrl: new URL('/', api).href,
  onChange: () => watching && heard(told(watcher)),
});
await listening;
watching = true;
const changed = await change();

report({ environment, identities, before, after, traits, loggedOut, changed, live: await news });
