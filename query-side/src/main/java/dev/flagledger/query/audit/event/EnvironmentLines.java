package dev.flagledger.query.audit.event;

import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.event.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.event.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.query.audit.line.AuditLine;
import dev.flagledger.query.audit.line.AuditLine.Place;
import dev.flagledger.query.audit.line.AuditLine.RelatedObject;
import dev.flagledger.query.audit.line.AuditedKind;
import dev.flagledger.query.audit.line.FieldChange;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says what the life of an environment leaves in the audit log. Its end and its server-side keys are told although the
 * contract does not audit them: they decide which applications are served.
 */
final class EnvironmentLines {

    private EnvironmentLines() {}

    static Stream<AuditLine> of(Installation before, EnvironmentEvent event, Installation after) {
        int id = event.environmentId();
        // Of one that appears there is only the state after, of one that ends only the state before.
        return Stream.of(before, after).flatMap(state -> state.projectOfEnvironment(id).stream()).findFirst().stream()
                .flatMap(project -> of(project.environment(id), Place.of(project, id), event));
    }

    private static Stream<AuditLine> of(Environment known, Place place, EnvironmentEvent event) {
        var name = known.settings().name();
        var about = RelatedObject.of(known);
        return switch (event) {
            case EnvironmentCreated _, EnvironmentCloned _ ->
                Stream.of(AuditedKind.ENVIRONMENT.created(name, place, about));
            case EnvironmentChanged e -> {
                var changes = EnvironmentFields.changes(known.settings(), e.settings());
                yield Stream.of(AuditedKind.ENVIRONMENT.updated(e.settings().name(), place, about, changes));
            }
            case VersioningEnabled _ -> Stream.of(versioning(name, place, about, true));
            case VersioningDisabled _ -> Stream.of(versioning(name, place, about, false));
            case EnvironmentDeleted _ -> Stream.of(AuditedKind.ENVIRONMENT.deleted(name, place, about));
            case ServerKeyAdded e ->
                Stream.of(AuditedKind.SERVER_KEY.created(e.key().name(), place, null));
            case ServerKeyChanged e ->
                key(known, e.key().id()).map(old -> {
                    var changes = EnvironmentFields.changes(old, e.key());
                    return AuditedKind.SERVER_KEY.updated(e.key().name(), place, null, changes);
                });
            case ServerKeyRemoved e ->
                key(known, e.keyId()).map(old -> AuditedKind.SERVER_KEY.deleted(old.name(), place, null));
            // No decision of anybody's.
            case FirstEvaluated _ -> Stream.empty();
            case WebhookAdded _, WebhookChanged _, WebhookRemoved _ -> Stream.empty();
        };
    }

    private static AuditLine versioning(String name, Place place, RelatedObject about, boolean on) {
        var change = new FieldChange("use_v2_feature_versioning", !on, on);
        return AuditedKind.ENVIRONMENT.updated(name, place, about, List.of(change));
    }

    private static Stream<ServerKey> key(Environment environment, int id) {
        return Stream.ofNullable(environment.serverKeys().get(id)).map(issued -> issued.key());
    }
}
