package dev.flagledger.webhook.endpoint;

/**
 * A webhook that receives the changes of an environment.
 *
 * @param id the id of the webhook
 * @param environmentId the environment whose changes it receives
 * @param url an absolute http or https URL
 * @param enabled whether it currently receives changes
 */
public record Endpoint(int id, int environmentId, String url, boolean enabled) {}
