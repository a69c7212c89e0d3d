package dev.flagledger.api.event;

/**
 * Something that happened to the configuration and is kept for ever. {@link dev.flagledger.api.catalogue.EventCatalogue} lists the names under
 * which events are stored.
 *
 * <p>An event carries every id that it causes, so that replaying a log gives the same ids. When it happened and who did
 * it stand beside it, in its {@link RecordedEvent}.
 */
public sealed interface LedgerEvent extends LogEvent
        permits CodeEvent,
                EnvironmentEvent,
                ErasureEvent,
                FeatureEvent,
                FlagEvent,
                HealthEvent,
                ManagedIdentityEvent,
                MetadataEvent,
                OrganisationEvent,
                ProjectEvent,
                SegmentEvent,
                UserEvent,
                VersionEvent {}
