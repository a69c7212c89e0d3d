package dev.flagledger.query.event.identity;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.installation.identity.log.IdentityStep;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.stream.StreamEvent;
import dev.flagledger.query.audit.row.Action;
import dev.flagledger.query.event.ask.EventQuery;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Applies to the log of one identity what was asked of events, which have the same properties in a table.
 *
 * @param query of the identity and its environment
 * @param projectId that of the environment
 */
record StepFilter(EventQuery query, int projectId) {

    private static final EventCatalogue CATALOGUE = new EventCatalogue();

    /** Whether an event is known to match. Whether one has the text that is searched for is known with the identity's name only. */
    boolean surelyMatches(StreamEvent event) {
        return query.search().isEmpty() && matches(event.by(), event.event());
    }

    /** Whether a step matches. */
    boolean matches(IdentityStep step) {
        return query.time().includes(step.at()) && matches(step.by(), step.event()) && hasText(step);
    }

    private boolean matches(Attribution by, Object event) {
        var type = CATALOGUE.nameOf(event.getClass()).orElseThrow();
        var actor = query.actor();
        return (actor == null || actor.includes(by.actor()))
                && isAny(query.type(), type)
                && isAny(query.action(), Action.of(type))
                && isAny(query.request(), by.requestId())
                && isOfIdentity();
    }

    /** Whether events about the identity itself are asked for; otherwise no step matches, and no event that matches is one of a step. */
    boolean isOfIdentity() {
        var objects = query.objects();
        return isAny(objects.object(), "identity:" + objects.identity())
                && isAny(objects.project(), projectId)
                && objects.feature() == null
                && objects.segment() == null;
    }

    private boolean hasText(IdentityStep step) {
        if (query.search().isEmpty()) {
            return true;
        }
        var change = ReportedChange.of(step);
        var text =
                change.summary() + " " + Objects.requireNonNullElse(change.by().note(), "");
        return text.toLowerCase(Locale.ROOT).contains(query.search().toLowerCase(Locale.ROOT));
    }

    private static boolean isAny(@Nullable Object asked, @Nullable Object found) {
        return asked == null || asked.equals(found);
    }
}
