package dev.flagledger.command.organisation;

import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.organisation.LoginRuleCommand.ChangeLoginPolicy;
import dev.flagledger.api.organisation.OrganisationSettings;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OrganisationLoginsTest {

    private static final OrganisationCreated FOUNDED =
            new OrganisationCreated(2, new UUID(0, 2), new OrganisationSettings("Acme", null, false, false));
    private static final LoginPolicy SAML_ONLY = new LoginPolicy(List.of(LoginMethod.SAML), List.of(), List.of());

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void thePolicyChanges() {
        fixture.given(FOUNDED)
                .when(new ChangeLoginPolicy(2, SAML_ONLY))
                .expectEvents(new LoginPolicyChanged(2, SAML_ONLY));
        fixture.given(FOUNDED, new LoginPolicyChanged(2, SAML_ONLY))
                .when(new ChangeLoginPolicy(2, LoginPolicy.OPEN))
                .expectEvents(new LoginPolicyChanged(2, LoginPolicy.OPEN));
    }

    @Test
    void theSamePolicyAgainIsNoChange() {
        fixture.given(FOUNDED)
                .when(new ChangeLoginPolicy(2, LoginPolicy.OPEN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(FOUNDED, new LoginPolicyChanged(2, SAML_ONLY))
                .when(new ChangeLoginPolicy(2, SAML_ONLY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
