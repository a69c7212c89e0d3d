package dev.flagledger.command.organisation;

import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.ledger.log.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;

/** What the aggregate of an organisation decides, for tests of other packages. */
public final class OrganisationDecisions {

    private OrganisationDecisions() {}

    /** Returns the events that the command would record after these; empty if it is rejected. */
    public static Optional<List<LedgerEvent>> of(List<LedgerEvent> history, LedgerCommand command, Actor by) {
        var recorded = new Recorded();
        var result = new AggregateTestFixture<>(Organisation.class)
                .given(history)
                .when(command, new Attribution(by, "r-1", null, null, null).toMetaData());
        result.expectEventsMatching(Matchers.payloadsMatching(recorded));
        try {
            result.expectSuccessfulHandlerExecution();
        } catch (AssertionError _) {
            return Optional.empty();
        }
        return Optional.of(recorded.events);
    }

    /** Takes any events. */
    private static final class Recorded extends BaseMatcher<List<?>> {

        private final List<LedgerEvent> events = new ArrayList<>();

        @Override
        public boolean matches(Object payloads) {
            ((List<?>) payloads).forEach(payload -> events.add((LedgerEvent) payload));
            return true;
        }

        @Override
        public void describeTo(Description description) {
            description.appendText("any events");
        }
    }
}
