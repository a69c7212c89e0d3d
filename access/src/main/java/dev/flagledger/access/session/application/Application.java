package dev.flagledger.access.session.application;

/**
 * An application that acts for a user.
 *
 * @param clientId the OAuth client
 * @param name as the application names itself
 * @param scope what it may do
 */
public record Application(String clientId, String name, ApplicationScope scope) {}
