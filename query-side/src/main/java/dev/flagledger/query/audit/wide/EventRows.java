package dev.flagledger.query.audit.wide;

import dev.flagledger.api.Subject;
import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OfSubject;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.engine.change.EventScopes;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.line.AuditLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the row of an event. Pure; every event has one. */
public final class EventRows {

    private static final EventCatalogue CATALOGUE = new EventCatalogue();

    private EventRows() {}

    /**
     * The row of an event between two states.
     *
     * @param lines the contract's lines of the event, whose texts the row prefers
     */
    public static EventRow of(Installation before, RecordedEvent recorded, Installation after, List<AuditLine> lines) {
        var event = recorded.event();
        var scope = EventScopes.of(before, event);
        var touched = Touched.by(event, before);
        var type = CATALOGUE.nameOf(event.getClass()).orElseThrow();
        var told = lines.isEmpty()
                ? SilentEvents.of(before, event)
                        .orElseGet(() -> Told.of(EventTexts.withoutEffect(type, scope.object())))
                : Told.of(lines);
        var organisations = organisations(scope, before, event, after);
        return new EventRow(
                recorded,
                organisations.size() == 1 ? within(organisations.getFirst(), scope) : scope,
                organisations.size() == 1 ? List.of() : organisations,
                touched.featureId(),
                touched.segmentId(),
                touched.identityId(),
                type,
                Action.of(type),
                told.summary(),
                told.difference(),
                told.redaction(),
                originOf(recorded));
    }

    /** Most users are in one organisation, so that their events are found among its own. */
    private static EventScope within(int organisationId, EventScope scope) {
        return new EventScope(organisationId, scope.projectId(), scope.environmentId(), scope.object());
    }

    private static List<Integer> organisations(
            EventScope scope, Installation before, LedgerEvent event, Installation after) {
        if (scope.organisationId() != null) {
            return List.of();
        }
        if (event instanceof UserErased erased) {
            return erased.organisations();
        }
        return event instanceof UserEvent account ? organisationsOf(account.userId(), before, after) : List.of();
    }

    private static List<Integer> organisationsOf(int userId, Installation before, Installation after) {
        return (before.user(userId).isPresent() ? before : after)
                .organisations().values().stream()
                        .filter(organisation -> organisation.members().containsKey(userId))
                        .map(organisation -> organisation.id())
                        .toList();
    }

    /** As the log decides under whose key it seals the address. */
    private static @Nullable Subject originOf(RecordedEvent recorded) {
        var user = recorded.actor().userId();
        if (user != null) {
            return Subject.user(user);
        }
        return recorded.event() instanceof OfSubject about ? about.subject() : null;
    }
}
