package dev.flagledger.contract.audit.event;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.contract.audit.feature.FeatureLines;
import dev.flagledger.contract.audit.feature.FlagLines;
import dev.flagledger.contract.audit.feature.HealthLines;
import dev.flagledger.contract.audit.feature.OrderLines;
import dev.flagledger.contract.audit.feature.SegmentLines;
import dev.flagledger.contract.audit.feature.VersionLines;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The lines of an event, in the contract's texts. Pure. Events that the contract does not audit have none: most of accounts and
 * members, settings of organisations and projects, webhooks, traits, code scans. Nor have events about objects that no longer
 * exist, since they change nothing.
 */
public final class AuditLines {

    private AuditLines() {}

    /** The lines of an event between two states, in the order of their ids. */
    public static List<AuditLine> of(Installation before, RecordedEvent recorded, Installation after) {
        return of(before, recorded, after, FlagChange.of(before, recorded, after));
    }

    /** As {@link #of(Installation, RecordedEvent, Installation)}, if the changes of flags by the event are known. */
    public static List<AuditLine> of(
            Installation before, RecordedEvent recorded, Installation after, List<FlagChange> changes) {
        var flags = changes.stream().flatMap(AuditLines::ofFlag);
        return Stream.concat(own(before, recorded, after), flags).toList();
    }

    private static Stream<AuditLine> own(Installation before, RecordedEvent recorded, Installation after) {
        return switch (recorded.event()) {
            case OrganisationEvent e -> OrganisationLines.of(before, e);
            case ProjectEvent e -> ProjectLines.of(before, e);
            case EnvironmentEvent e -> EnvironmentLines.of(before, e, after);
            case FeatureEvent e -> FeatureLines.of(before, e, after);
            case FlagEvent e -> OrderLines.of(before, e);
            case VersionEvent e -> VersionLines.of(before, e);
            case SegmentEvent e -> SegmentLines.of(before, e, after);
            case ManagedIdentityEvent e ->
                AuditLine.redactable(
                        e.subject(),
                        IdentityLines.of(before, e, UnaryOperator.identity()),
                        IdentityLines.of(before, e, _ -> Erasing.TOMBSTONE));
            case HealthEvent e -> HealthLines.of(before, e, after);
            case MetadataEvent e -> MetadataLines.of(before, e, after);
            case ErasureEvent e -> ErasureLines.of(before, e);
            case UserEvent e ->
                AuditLine.redactable(
                        e.subject(),
                        UserLines.of(before, e, UnaryOperator.identity()),
                        UserLines.of(before, e, _ -> Erasing.TOMBSTONE));
            case CodeEvent _, WebhookEvent _, ExportEvent _ -> Stream.empty();
        };
    }

    private static Stream<AuditLine> ofFlag(FlagChange change) {
        return change.target() instanceof Target.OfIdentity of
                ? AuditLine.redactable(
                        Subject.identity(of.identityId()), FlagLines.of(change), FlagLines.of(change.erased(of)))
                : FlagLines.of(change);
    }
}
