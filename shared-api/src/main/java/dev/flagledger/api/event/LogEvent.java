package dev.flagledger.api.event;

/**
 * What is kept in one of the two logs: a {@link LedgerEvent} in the one of the configuration, which is in one order; an
 * {@link IdentityEvent} in the one of identities, which is in order identity by identity.
 */
public sealed interface LogEvent permits LedgerEvent, IdentityEvent {}
