package dev.flagledger.command.provider;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderAdded;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderChanged;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderRemoved;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.provider.OidcProvider;
import dev.flagledger.api.provider.OidcProviderCommand.AddOidcProvider;
import dev.flagledger.api.provider.OidcProviderCommand.ChangeOidcProvider;
import dev.flagledger.api.provider.OidcProviderCommand.RemoveOidcProvider;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OidcProviderAggregateTest {

    private static final OidcProvider OKTA = provider("https://acme.okta.test", "groups");
    private static final OidcProviderAdded ADDED = new OidcProviderAdded(2, 7, OKTA);
    private static final String MISSING = new Rejection.Missing("OidcProvider").toString();

    private final FixtureConfiguration<OidcProviderAggregate> fixture =
            new AggregateTestFixture<>(OidcProviderAggregate.class);

    @Test
    void aProviderIsAdded() {
        fixture.givenNoPriorActivity().when(new AddOidcProvider(2, 7, OKTA)).expectEvents(ADDED);
    }

    @Test
    void aProviderIsChanged() {
        var changed = provider("https://other.okta.test", "groups");

        fixture.given(ADDED)
                .when(new ChangeOidcProvider(2, 7, new Edit<>(OKTA, changed), false))
                .expectEvents(new OidcProviderChanged(2, 7, changed, false));
    }

    @Test
    void whatAnotherRequestHasChangedStays() {
        var others = provider("https://acme.okta.test", "teams");
        var wanted = provider("https://other.okta.test", "groups");

        fixture.given(ADDED, new OidcProviderChanged(2, 7, others, false))
                .when(new ChangeOidcProvider(2, 7, new Edit<>(OKTA, wanted), false))
                .expectEvents(new OidcProviderChanged(2, 7, provider("https://other.okta.test", "teams"), false));
    }

    @Test
    void theSameAgainIsNoChangeButANewSecretIs() {
        fixture.given(ADDED)
                .when(new ChangeOidcProvider(2, 7, new Edit<>(OKTA, OKTA), false))
                .expectNoEvents();
        fixture.given(ADDED)
                .when(new ChangeOidcProvider(2, 7, new Edit<>(OKTA, OKTA), true))
                .expectEvents(new OidcProviderChanged(2, 7, OKTA, true));
    }

    @Test
    void aProviderIsRemoved() {
        fixture.given(ADDED).when(new RemoveOidcProvider(2, 7)).expectEvents(new OidcProviderRemoved(2, 7));
    }

    /** The command's permission was checked for the organisation that it names. */
    @Test
    void anotherOrganisationDoesNotReachAProvider() {
        fixture.given(ADDED)
                .when(new RemoveOidcProvider(3, 7))
                .expectException(Rejected.class)
                .expectExceptionMessage(MISSING);
        fixture.given(ADDED)
                .when(new ChangeOidcProvider(3, 7, new Edit<>(OKTA, OKTA), true))
                .expectExceptionMessage(MISSING);
    }

    private static OidcProvider provider(String issuer, String groupsClaim) {
        return new OidcProvider("acme", issuer, "flags", "email", groupsClaim, false, true, Role.USER);
    }
}
