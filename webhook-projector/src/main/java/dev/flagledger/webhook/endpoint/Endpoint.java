package dev.flagledger.webhook.endpoint;

/**
 * A receiver of an environment's changes.
 *
 * @param id of the webhook
 * @param environmentId of the environment whose changes it receives
 * @param url absolute, http or https
 * @param enabled whether it receives anything at present
 */
public record Endpoint(int id, int environmentId, String url, boolean enabled) {}
