package dev.flagledger.command.organisation;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldLifted;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldPlaced;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeLegalHold;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeRetention;
import dev.flagledger.api.organisation.OrganisationCommand.CreateApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.PruneEvents;
import dev.flagledger.api.organisation.OrganisationCommand.RevokeApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private static final UUID ID = new UUID(0, 2);
    private static final OrganisationSettings ACME = new OrganisationSettings("Acme", null, false, false);
    private static final OrganisationSettings STRICT = new OrganisationSettings("Acme", null, true, true);

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void theFounderIsTheFirstAdmin() {
        fixture.givenNoPriorActivity()
                .when(new CreateOrganisation(2, ID, ACME, 1))
                .expectEvents(new OrganisationCreated(2, ID, ACME), new MemberJoined(2, 1, Role.ADMIN));
    }

    @Test
    void itsSettingsChange() {
        fixture.given(new OrganisationCreated(2, ID, ACME), new MemberJoined(2, 1, Role.ADMIN))
                .when(new ChangeOrganisation(2, new Edit<>(ACME, STRICT)))
                .expectEvents(new OrganisationChanged(2, STRICT));
    }

    @Test
    void theSameSettingsAgainAreNoChange() {
        fixture.given(new OrganisationCreated(2, ID, ACME))
                .when(new ChangeOrganisation(2, new Edit<>(ACME, ACME)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(new OrganisationCreated(2, ID, ACME), new OrganisationChanged(2, STRICT))
                .when(new ChangeOrganisation(2, new Edit<>(ACME, STRICT)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theRetentionOfEventsChanges() {
        var founded = new OrganisationCreated(2, ID, ACME);

        fixture.given(founded).when(new ChangeRetention(2, 365)).expectEvents(new RetentionChanged(2, 365));
        fixture.given(founded, new RetentionChanged(2, 365))
                .when(new ChangeRetention(2, 365))
                .expectNoEvents();
        fixture.given(founded, new RetentionChanged(2, 365))
                .when(new ChangeRetention(2, null))
                .expectEvents(new RetentionChanged(2, null));
    }

    @Test
    void aLegalHoldIsSetAndLifted() {
        var founded = new OrganisationCreated(2, ID, ACME);

        fixture.given(founded).when(new ChangeLegalHold(2, true)).expectEvents(new LegalHoldPlaced(2));
        fixture.given(founded).when(new ChangeLegalHold(2, false)).expectNoEvents();
        fixture.given(founded, new LegalHoldPlaced(2))
                .when(new ChangeLegalHold(2, true))
                .expectNoEvents();
        fixture.given(founded, new LegalHoldPlaced(2))
                .when(new ChangeLegalHold(2, false))
                .expectEvents(new LegalHoldLifted(2));
    }

    @Test
    void pruningIsRecordedUnlessEventsAreKept() {
        var founded = new OrganisationCreated(2, ID, ACME);
        var limited = new RetentionChanged(2, 365);

        fixture.given(founded).when(new PruneEvents(2, 7)).expectNoEvents();
        fixture.given(founded, limited).when(new PruneEvents(2, 7)).expectEvents(new EventsPruned(2, 7));
        fixture.given(founded, limited, new EventsPruned(2, 7))
                .when(new PruneEvents(2, 7))
                .expectNoEvents();
        fixture.given(founded, limited, new LegalHoldPlaced(2))
                .when(new PruneEvents(2, 7))
                .expectNoEvents();
        fixture.given(founded, limited, new LegalHoldPlaced(2), new LegalHoldLifted(2))
                .when(new PruneEvents(2, 7))
                .expectEvents(new EventsPruned(2, 7));
        fixture.given(founded, limited, new RetentionChanged(2, null))
                .when(new PruneEvents(2, 7))
                .expectNoEvents();
    }

    @Test
    void aKeyIsCreatedChangedAndRevoked() {
        var founded = new OrganisationCreated(2, ID, ACME);
        var key = new ApiKey(6, "abcdefgh", "terraform", null, true);
        var renamed = new ApiKey(6, "abcdefgh", "ci", null, true);

        fixture.given(founded).when(new CreateApiKey(2, key)).expectEvents(new ApiKeyCreated(2, key));
        fixture.given(founded, new ApiKeyCreated(2, key))
                .when(new ChangeApiKey(2, new Edit<>(key, renamed)))
                .expectEvents(new ApiKeyChanged(2, renamed));
        fixture.given(founded, new ApiKeyCreated(2, key))
                .when(new ChangeApiKey(2, new Edit<>(key, key)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(founded, new ApiKeyCreated(2, key))
                .when(new RevokeApiKey(2, 6))
                .expectEvents(new ApiKeyRevoked(2, 6));
        fixture.given(founded, new ApiKeyCreated(2, key), new ApiKeyRevoked(2, 6))
                .when(new RevokeApiKey(2, 6))
                .expectExceptionMessage(new Rejection.Missing("MasterAPIKey").toString());
    }
}
