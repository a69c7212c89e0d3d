package dev.flagledger.command.organisation;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.TrustEvent.TrustChanged;
import dev.flagledger.api.event.TrustEvent.TrustCreated;
import dev.flagledger.api.event.TrustEvent.TrustDeleted;
import dev.flagledger.api.event.TrustEvent.TrustTokenIssued;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.trust.ClaimRule;
import dev.flagledger.api.trust.TrustCommand.ChangeTrust;
import dev.flagledger.api.trust.TrustCommand.CreateTrust;
import dev.flagledger.api.trust.TrustCommand.DeleteTrust;
import dev.flagledger.api.trust.TrustCommand.IssueTrustToken;
import dev.flagledger.api.trust.TrustDetails;
import dev.flagledger.api.trust.TrustRelationship;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class TrustsOfOrganisationTest {

    private static final OrganisationCreated FOUNDED =
            new OrganisationCreated(1, new UUID(0, 1), new OrganisationSettings("Acme", null, false, false));
    private static final TrustDetails CI = new TrustDetails("ci", "https://ci.example.test", "flags", List.of());
    private static final TrustDetails LIMITED = new TrustDetails(
            "ci", "https://ci.example.test", "flags", List.of(new ClaimRule("repository", List.of("acme/*"))));
    private static final TrustRelationship TRUST = new TrustRelationship(5, 6, CI);
    private static final TrustCreated CREATED = new TrustCreated(1, TRUST);
    private static final ApiKeyCreated WITH_KEY = new ApiKeyCreated(1, key(true));

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void itIsCreatedWithItsKey() {
        fixture.given(FOUNDED).when(new CreateTrust(1, TRUST, key(true))).expectEvents(WITH_KEY, CREATED);
    }

    @Test
    void itChangesWithItsKey() {
        fixture.given(FOUNDED, WITH_KEY, CREATED)
                .when(new ChangeTrust(1, 5, new Edit<>(CI, LIMITED), new Edit<>(key(true), key(false))))
                .expectEvents(new ApiKeyChanged(1, key(false)), new TrustChanged(1, 5, LIMITED));
        fixture.given(FOUNDED, WITH_KEY, CREATED)
                .when(new ChangeTrust(1, 5, new Edit<>(CI, CI), new Edit<>(key(true), key(true))))
                .expectNoEvents();
    }

    @Test
    void itsKeyEndsWithIt() {
        fixture.given(FOUNDED, WITH_KEY, CREATED)
                .when(new DeleteTrust(1, 5))
                .expectEvents(new TrustDeleted(1, 5), new ApiKeyRevoked(1, 6));
    }

    @Test
    void tokensAreIssuedWhileItLasts() {
        fixture.given(FOUNDED, WITH_KEY, CREATED)
                .when(new IssueTrustToken(1, 5, "repo:acme/flags"))
                .expectEvents(new TrustTokenIssued(1, 5, "repo:acme/flags"));
        fixture.given(FOUNDED, WITH_KEY, CREATED, new TrustDeleted(1, 5), new ApiKeyRevoked(1, 6))
                .when(new IssueTrustToken(1, 5, "repo:acme/flags"))
                .expectExceptionMessage(new Rejection.Missing("TrustRelationship").toString());
    }

    private static ApiKey key(boolean admin) {
        return new ApiKey(6, "abcdefgh", "ci", null, admin);
    }
}
