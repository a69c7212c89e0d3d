package dev.flagledger.api.event;

/**
 * An event of one of the two logs: a {@link LedgerEvent} of the configuration log, which is totally ordered, or an
 * {@link IdentityEvent} of the log of identities, which is ordered for each identity.
 */
public sealed interface LogEvent permits LedgerEvent, IdentityEvent {}
