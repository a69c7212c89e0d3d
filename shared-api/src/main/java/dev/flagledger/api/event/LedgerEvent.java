package dev.flagledger.api.event;

/**
 * A change of the configuration, kept for ever. {@link dev.flagledger.api.catalogue.EventCatalogue} lists the stored
 * names.
 *
 * <p>An event contains every id that it introduces, so that a replay yields the same ids. Its time and actor are in its
 * {@link RecordedEvent}.
 */
public sealed interface LedgerEvent extends LogEvent
        permits CodeEvent,
                EnvironmentEvent,
                ErasureEvent,
                ExportEvent,
                FeatureEvent,
                FlagEvent,
                HealthEvent,
                ManagedIdentityEvent,
                MetadataEvent,
                OrganisationEvent,
                ProjectEvent,
                SegmentEvent,
                UserEvent,
                VersionEvent,
                WebhookEvent {}
