package dev.flagledger.command.organisation;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.CreateApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.RevokeApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganisationKeysTest {

    private static final OrganisationCreated FOUNDED =
            new OrganisationCreated(2, new UUID(0, 2), new OrganisationSettings("Acme", null, false, false));
    private static final ApiKey TERRAFORM = new ApiKey(6, "abcdefgh", "terraform", null, true);

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void aKeyIsCreatedChangedAndRevoked() {
        var renamed = key("ci", null);

        fixture.given(FOUNDED).when(new CreateApiKey(2, TERRAFORM)).expectEvents(new ApiKeyCreated(2, TERRAFORM));
        fixture.given(FOUNDED, new ApiKeyCreated(2, TERRAFORM))
                .when(new ChangeApiKey(2, new Edit<>(TERRAFORM, renamed)))
                .expectEvents(new ApiKeyChanged(2, renamed));
        fixture.given(FOUNDED, new ApiKeyCreated(2, TERRAFORM))
                .when(new ChangeApiKey(2, new Edit<>(TERRAFORM, TERRAFORM)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(FOUNDED, new ApiKeyCreated(2, TERRAFORM))
                .when(new RevokeApiKey(2, 6))
                .expectEvents(new ApiKeyRevoked(2, 6));
        fixture.given(FOUNDED, new ApiKeyCreated(2, TERRAFORM), new ApiKeyRevoked(2, 6))
                .when(new RevokeApiKey(2, 6))
                .expectExceptionMessage(new Rejection.Missing("MasterAPIKey").toString());
    }

    @Test
    void concurrentChangesOfDifferentFieldsOfAKeyAreMerged() {
        var soon = Instant.parse("2031-01-02T00:00:00Z");

        fixture.given(FOUNDED, new ApiKeyCreated(2, TERRAFORM), new ApiKeyChanged(2, key("ci", null)))
                .when(new ChangeApiKey(2, new Edit<>(TERRAFORM, key("terraform", soon))))
                .expectEvents(new ApiKeyChanged(2, key("ci", soon)));
    }

    @Test
    void aKeyThatIsNotThereCannotChange() {
        fixture.given(FOUNDED)
                .when(new ChangeApiKey(2, new Edit<>(TERRAFORM, key("ci", null))))
                .expectExceptionMessage(new Rejection.Missing("MasterAPIKey").toString());
    }

    private static ApiKey key(String name, @Nullable Instant expiresAt) {
        return new ApiKey(6, "abcdefgh", name, expiresAt, true);
    }
}
