package dev.flagledger.query.event.identity;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.installation.identity.log.IdentityHistory;
import dev.flagledger.installation.identity.log.IdentityHistory.Part;
import dev.flagledger.installation.identity.log.IdentityHistory.Wanted;
import dev.flagledger.installation.identity.log.IdentityStep;
import dev.flagledger.query.event.EventHistory;
import dev.flagledger.query.event.ask.EventCriteria;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.table.EventView;
import dev.flagledger.query.event.table.OfProject;
import dev.flagledger.query.event.table.RequestedEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Merges what both logs have of an identity. What the team changed of it is in both: it is shown as in the configuration log, with the
 * values from the log of identities.
 */
@Component
class IdentityEntries {

    private final EventHistory events;
    private final IdentityHistory history;
    private final JsonMapper json;

    IdentityEntries(EventHistory events, IdentityHistory history, JsonMapper json) {
        this.events = events;
        this.history = history;
        this.json = json;
    }

    /**
     * The newest entries that match: at least those of a page, unless few of many reports match.
     *
     * @throws Rejected if the environment never had the identity
     */
    HistoryPart find(OfProject place, EventQuery asked, int environmentId, int identityId) {
        var query = asked.ofIdentity(identityId, environmentId);
        var filter = new StepFilter(query, place.id());
        var decided = events.newest(place, query, query.page());
        var part = filter.isOfIdentity()
                ? history.newest(environmentId, identityId, reported(query, filter))
                : new Part(List.of(), null);
        var steps = new IdentitySteps(part.steps());
        if (decided.isEmpty() && steps.isEmpty() && !history.includes(environmentId, identityId)) {
            throw new Rejected(new Rejection.Missing("Identity"));
        }
        var ofIdentity =
                new EventCriteria().equal("environment_id", environmentId).equal("identity_id", identityId);
        var shown = events.requested(place, ofIdentity, steps.requests());
        var entries = Stream.concat(
                decided.stream().map(event -> HistoryEntry.of(event, () -> view(event, steps))),
                steps.without(shown).filter(filter::matches).map(step -> HistoryEntry.of(step, () -> view(step))));
        return HistoryPart.since(query.time().isAfter(part.from()) ? null : part.from(), entries);
    }

    private static Wanted reported(EventQuery query, StepFilter filter) {
        return new Wanted(
                query.time().from(),
                query.time().until(),
                event -> IdentitySteps.isReported(event.by()) && filter.surelyMatches(event),
                query.page());
    }

    private HistoryView view(EventView event, IdentitySteps steps) {
        var difference = Optional.ofNullable(event.request())
                .flatMap(request -> steps.with(new RequestedEvent(request, event.type())))
                .map(this::difference)
                .orElse(event.difference());
        return HistoryView.of(event, difference);
    }

    private HistoryView view(IdentityStep step) {
        return HistoryView.of(ReportedChange.of(step), difference(step));
    }

    private String difference(IdentityStep step) {
        return json.writeValueAsString(IdentityFields.changes(step.before(), step.after()));
    }
}
