// OpenFeature's SDK for browsers, with the provider of OpenFeature's own protocol, which asks for all flags at once.
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeature, ProviderEvents } from '@openfeature/web-sdk';
import { api, change, clientKey, people, report } from './settings.mjs';

let notSentAgain;
const unchanged = new Promise((resolve) => (notSentAgain = resolve));
const fetchImplementation = async (...request) => {
  const answer = await fetch(...request);
  if (answer.status === 304) {
    notSentAgain(answer.status);
  }
  return answer;
};

const anybody = { targetingKey: 'anybody' };
const provider = new OFREPWebProvider({
  baseUrl: new URL('/', api).origin,
  headers: [['Authorization', `bearer ${clientKey}`]],
  cacheMode: 'disabled',
  pollInterval: 100,
  fetchImplementation,
});
await OpenFeature.setProviderAndWait(provider, anybody);
const client = OpenFeature.getClient();

const identities = {};
for (const { identifier, traits } of people) {
  await OpenFeature.setContext({ targetingKey: identifier, ...traits });
  identities[identifier] = {
    banner: client.getStringDetails('banner', 'none'),
    shade: client.getStringDetails('shade', 'none'),
  };
}

await OpenFeature.setContext(anybody);
const findings = {
  identities,
  plain: client.getBooleanDetails('plain', false),
  limit: client.getNumberDetails('limit', 0),
  dark: client.getStringDetails('dark', 'none'),
  slash: client.getStringDetails('team/greeting', 'none'),
  backslash: client.getStringDetails('team\\greeting', 'none'),
  missing: client.getStringDetails('nothing', 'none'),
  unchanged: await unchanged,
};

const heard = new Promise((resolve) => {
  client.addHandler(ProviderEvents.ConfigurationChanged, () => {
    const banner = client.getStringValue('banner', 'none');
    if (banner === 'goodbye') {
      resolve(banner);
    }
  });
});
await change();
report({ ...findings, live: await heard });
