// Flagsmith's SDK for Node asks the server about everybody, and then works the same out by itself.
import { Flagsmith } from 'flagsmith-nodejs';
import { api, clientKey, people, report, serverKey } from './settings.mjs';

// The client says undefined remotely where it says null locally.
const told = (flags) =>
  Object.fromEntries(
    flags.allFlags().map((flag) => [flag.featureName, { enabled: flag.enabled, value: flag.value ?? null }]),
  );

const asked = async (client) => {
  const answers = {};
  for (const { identifier, traits } of people) {
    answers[identifier] = told(await client.getIdentityFlags(identifier, traits));
  }
  return answers;
};

const remote = new Flagsmith({ environmentKey: clientKey, apiUrl: api, enableAnalytics: true });
const local = new Flagsmith({ environmentKey: serverKey, apiUrl: api, enableLocalEvaluation: true });

const environment = await remote.getEnvironmentFlags();
environment.isFeatureEnabled('banner');
environment.getFeatureValue('banner');
await remote.analyticsProcessor.flush();

report({
  remote: { environment: told(environment), identities: await asked(remote) },
  local: { environment: told(await local.getEnvironmentFlags()), identities: await asked(local) },
  remembered: told(await remote.getIdentityFlags(people[1].identifier)),
  passing: told(await remote.getIdentityFlags('passing', { plan: { value: 'pro', transient: true } }, true)),
  segments: (await local.getIdentitySegments(people[1].identifier, people[1].traits)).map((segment) => segment.name),
});
