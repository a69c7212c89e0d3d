package dev.flagledger.contract.view.webhook;

import java.util.Map;

/**
 * The request of an attempt, without secrets and without its body, which is that of the delivery.
 *
 * @param url without the values of its query
 * @param headers those that tell of the message; the values of those that sign it are hidden
 */
public record RequestView(String method, String url, Map<String, String> headers) {}
