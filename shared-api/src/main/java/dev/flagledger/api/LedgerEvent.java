package dev.flagledger.api;

/**
 * Something that happened and is kept for ever. Each concept's events are a sealed family of records in a package of
 * their own; {@link EventCatalogue} lists them all with the names under which they are stored.
 *
 * <p>An event carries every id that it causes, so that replaying a log gives the same ids. When it happened and who did
 * it stand beside it, in its {@link RecordedEvent}.
 */
public interface LedgerEvent {}
