package dev.flagledger.command.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.CreateApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** An organisation is deleted with its API keys. */
class OrganisationEndTest {

    private static final OrganisationCreated CREATED =
            new OrganisationCreated(2, new UUID(0, 2), new OrganisationSettings("Acme", null, false, false));
    private static final ApiKey TERRAFORM = new ApiKey(6, "abcdefgh", "terraform", null, true);

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void itsKeysAreDeletedWithIt() {
        Set<Integer> ended = new HashSet<>();

        fixture.given(CREATED, created(6), created(7), created(8), new ApiKeyRevoked(2, 7))
                .whenInvoking("organisation-2", organisation -> ended.addAll(organisation.delete(2)))
                .expectEvents(new OrganisationDeleted(2))
                .expectMarkedDeleted();

        assertThat(ended).containsExactlyInAnyOrder(6, 8);
    }

    @Test
    void aDeletedOrganisationGetsNoKeys() {
        fixture.given(CREATED, new OrganisationDeleted(2))
                .when(new CreateApiKey(2, TERRAFORM))
                .expectException(AggregateDeletedException.class);
    }

    private static ApiKeyCreated created(int id) {
        return new ApiKeyCreated(2, new ApiKey(id, "abcdefgh", "key " + id, null, true));
    }
}
