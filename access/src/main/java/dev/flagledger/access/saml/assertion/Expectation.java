package dev.flagledger.access.saml.assertion;

import java.util.function.Predicate;

/**
 * What a response must be to be accepted.
 *
 * @param issuer entity id of the identity provider
 * @param audience entity id of this server
 * @param recipient the address of this server for responses
 * @param unsolicited whether it need not answer a request
 * @param requests knows the ids of the requests that may be answered
 */
public record Expectation(
        String issuer, String audience, String recipient, boolean unsolicited, Predicate<String> requests) {}
