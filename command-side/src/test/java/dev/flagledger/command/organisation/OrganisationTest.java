package dev.flagledger.command.organisation;

import dev.flagledger.api.Edit;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
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
}
