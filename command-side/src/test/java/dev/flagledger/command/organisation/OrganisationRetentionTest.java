package dev.flagledger.command.organisation;

import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldLifted;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldPlaced;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeLegalHold;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeRetention;
import dev.flagledger.api.organisation.OrganisationCommand.PruneEvents;
import dev.flagledger.api.organisation.OrganisationSettings;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OrganisationRetentionTest {

    private static final OrganisationCreated FOUNDED =
            new OrganisationCreated(2, new UUID(0, 2), new OrganisationSettings("Acme", null, false, false));

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void theRetentionOfEventsChanges() {
        fixture.given(FOUNDED).when(new ChangeRetention(2, 365)).expectEvents(new RetentionChanged(2, 365));
        fixture.given(FOUNDED, new RetentionChanged(2, 365))
                .when(new ChangeRetention(2, 365))
                .expectNoEvents();
        fixture.given(FOUNDED, new RetentionChanged(2, 365))
                .when(new ChangeRetention(2, null))
                .expectEvents(new RetentionChanged(2, null));
    }

    @Test
    void aLegalHoldIsSetAndLifted() {
        fixture.given(FOUNDED).when(new ChangeLegalHold(2, true)).expectEvents(new LegalHoldPlaced(2));
        fixture.given(FOUNDED).when(new ChangeLegalHold(2, false)).expectNoEvents();
        fixture.given(FOUNDED, new LegalHoldPlaced(2))
                .when(new ChangeLegalHold(2, true))
                .expectNoEvents();
        fixture.given(FOUNDED, new LegalHoldPlaced(2))
                .when(new ChangeLegalHold(2, false))
                .expectEvents(new LegalHoldLifted(2));
    }

    @Test
    void pruningIsRecordedUnlessEventsAreKept() {
        var limited = new RetentionChanged(2, 365);

        fixture.given(FOUNDED).when(new PruneEvents(2, 7)).expectNoEvents();
        fixture.given(FOUNDED, limited).when(new PruneEvents(2, 7)).expectEvents(new EventsPruned(2, 7));
        fixture.given(FOUNDED, limited, new EventsPruned(2, 7))
                .when(new PruneEvents(2, 7))
                .expectNoEvents();
        fixture.given(FOUNDED, limited, new LegalHoldPlaced(2))
                .when(new PruneEvents(2, 7))
                .expectNoEvents();
        fixture.given(FOUNDED, limited, new LegalHoldPlaced(2), new LegalHoldLifted(2))
                .when(new PruneEvents(2, 7))
                .expectEvents(new EventsPruned(2, 7));
        fixture.given(FOUNDED, limited, new RetentionChanged(2, null))
                .when(new PruneEvents(2, 7))
                .expectNoEvents();
    }
}
