package dev.flagledger.access.saml.assertion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An assertion that is for this server now.
 *
 * @param id its id, unique to the identity provider
 * @param until when it is no longer accepted
 * @param inResponseTo the request that it answers; null if the identity provider started the login
 * @param statements what it says about the user
 */
public record VerifiedAssertion(
        String id, Instant until, @Nullable String inResponseTo, Statements statements) {}
