// OpenFeature's SDK for servers, with the providers of Flagsmith and of OpenFeature's own protocol.
import { FlagsmithOpenFeatureProvider } from '@openfeature/flagsmith-provider';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OpenFeature } from '@openfeature/server-sdk';
import { Flagsmith } from 'flagsmith-nodejs';
import { api, clientKey, people, report } from './settings.mjs';

const providers = {
  flagsmith: new FlagsmithOpenFeatureProvider(new Flagsmith({ environmentKey: clientKey, apiUrl: api })),
  ofrep: new OFREPProvider({ baseUrl: new URL('/', api).origin, headers: { 'X-API-Key': clientKey } }),
};
const contexts = {
  flagsmith: ({ identifier, traits }) => ({ targetingKey: identifier, traits }),
  ofrep: ({ identifier, traits }) => ({ targetingKey: identifier, ...traits }),
};

const findings = {};
for (const [name, provider] of Object.entries(providers)) {
  await OpenFeature.setProviderAndWait(name, provider);
  const client = OpenFeature.getClient(name);
  const identities = {};
  for (const person of people) {
    const context = contexts[name](person);
    identities[person.identifier] = {
      banner: await client.getStringValue('banner', 'none', context),
      shade: await client.getStringValue('shade', 'none', context),
    };
  }
  findings[name] = {
    identities,
    plain: await client.getBooleanValue('plain', false, { targetingKey: 'anybody' }),
    limit: await client.getNumberValue('limit', 0, { targetingKey: 'anybody' }),
    slash: await client.getStringValue('team/greeting', 'none', { targetingKey: 'anybody' }),
    missing: (await client.getStringDetails('nothing', 'none', { targetingKey: 'anybody' })).errorCode,
  };
}
report(findings);
