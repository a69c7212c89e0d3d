package dev.flagledger.contract.audit.event;

import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.audit.line.ObjectLines;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.contract.view.audit.field.EnvironmentFields;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines of environments. Their deletion and their server-side keys have lines, although the contract does not audit them,
 * because they decide which applications are served.
 */
final class EnvironmentLines {

    private EnvironmentLines() {}

    static Stream<AuditLine> of(Installation before, EnvironmentEvent event, Installation after) {
        int id = event.environmentId();
        // A new environment is only in the state after, a deleted one only in the state before.
        return Stream.of(before, after).flatMap(state -> state.projectOfEnvironment(id).stream()).findFirst().stream()
                .flatMap(project -> of(project.environment(id), Place.of(project, id), event));
    }

    private static Stream<AuditLine> of(Environment known, Place place, EnvironmentEvent event) {
        var name = known.settings().name();
        var related = RelatedObject.of(known);
        return switch (event) {
            case EnvironmentCreated _, EnvironmentCloned _ ->
                Stream.of(ObjectLines.created(AuditedKind.ENVIRONMENT, name, place, related));
            case EnvironmentChanged e -> {
                var changes = EnvironmentFields.changes(known.settings(), e.settings());
                yield Stream.of(ObjectLines.updated(
                        AuditedKind.ENVIRONMENT, e.settings().name(), place, related, changes));
            }
            case VersioningEnabled _ -> Stream.of(versioning(name, place, related, true));
            case VersioningDisabled _ -> Stream.of(versioning(name, place, related, false));
            case EnvironmentDeleted _ -> Stream.of(ObjectLines.deleted(AuditedKind.ENVIRONMENT, name, place, related));
            case ServerKeyAdded e ->
                Stream.of(ObjectLines.created(AuditedKind.SERVER_KEY, e.key().name(), place, null));
            case ServerKeyChanged e ->
                key(known, e.key().id()).map(old -> {
                    var changes = ServerKeyFields.changes(old, e.key());
                    return ObjectLines.updated(AuditedKind.SERVER_KEY, e.key().name(), place, null, changes);
                });
            case ServerKeyRemoved e ->
                key(known, e.keyId()).map(old -> ObjectLines.deleted(AuditedKind.SERVER_KEY, old.name(), place, null));
            // Not a decision of a user.
            case FirstEvaluated _, ServerKeyFirstUsed _ -> Stream.empty();
            case TraitDeleted _, FeaturesExported _ -> Stream.empty();
        };
    }

    private static AuditLine versioning(String name, Place place, RelatedObject related, boolean on) {
        var change = new FieldChange("use_v2_feature_versioning", !on, on);
        return ObjectLines.updated(AuditedKind.ENVIRONMENT, name, place, related, List.of(change));
    }

    private static Stream<ServerKey> key(Environment environment, int id) {
        return Stream.ofNullable(environment.serverKeys().get(id)).map(issued -> issued.key());
    }
}
