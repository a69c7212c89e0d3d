package dev.flagledger.query.event.identity;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.installation.identity.log.IdentityHistory;
import dev.flagledger.installation.identity.log.IdentityStep;
import dev.flagledger.query.event.EventHistory;
import dev.flagledger.query.event.ask.EventCriteria;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.EventView;
import dev.flagledger.query.event.table.RequestedEvent;
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
     * The entries that match, among which are at least the newest of a page.
     *
     * @throws Rejected if the environment never had the identity
     */
    Stream<HistoryEntry> find(EventPlace place, EventQuery asked, int environmentId, int identityId) {
        var query = asked.ofIdentity(identityId, environmentId);
        var decided = events.newest(place, query, query.page());
        var steps = new IdentitySteps(history.newest(
                environmentId, identityId, query.time().until(), IdentitySteps::isReported, query.page()));
        if (decided.isEmpty() && steps.isEmpty() && !history.includes(environmentId, identityId)) {
            throw new Rejected(new Rejection.Missing("Identity"));
        }
        var ofIdentity =
                new EventCriteria().equal("environment_id", environmentId).equal("identity_id", identityId);
        var shown = events.requested(place, ofIdentity, steps.requests());
        return Stream.concat(
                decided.stream().map(event -> HistoryEntry.of(event, () -> view(event, steps))),
                steps.without(shown)
                        .filter(step -> query.time().includes(step.at()))
                        .map(step -> HistoryEntry.of(step, () -> view(step))));
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
