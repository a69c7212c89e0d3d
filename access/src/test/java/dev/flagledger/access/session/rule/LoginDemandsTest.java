package dev.flagledger.access.session.rule;

import static dev.flagledger.api.login.LoginMethod.EMAIL;
import static dev.flagledger.api.login.LoginMethod.GOOGLE;
import static dev.flagledger.api.login.LoginMethod.SAML;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.AccountEvent.SuperuserGranted;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginDemandsTest {

    private static final int OTHER = 30;
    private static final LoginWay BY_GOOGLE = LoginWay.by(GOOGLE);
    private static final LoginWay BY_SAML = LoginWay.by(SAML, Shop.ORGANISATION, 7);

    private final History history = Shop.open();

    @Test
    void aMemberOfNothingIsRefusedNothing() {
        history.then(policy(Shop.ORGANISATION, List.of(SAML), List.of()));

        assertThat(LoginDemands.refused(history.state(), 404, LoginWay.EMAIL)).isFalse();
        assertThat(LoginDemands.refusing(history.state(), 404, LoginWay.EMAIL)).isEmpty();
        assertThat(LoginDemands.dispenseWithCode(history.state(), 404, LoginWay.EMAIL))
                .isFalse();
    }

    @Test
    void theOnlyOrganisationOfAUserDecidesOverLogins() {
        history.then(policy(Shop.ORGANISATION, List.of(SAML), List.of()));

        assertThat(LoginDemands.refused(history.state(), Shop.BO, LoginWay.EMAIL))
                .isTrue();
        assertThat(LoginDemands.refused(history.state(), Shop.BO, BY_SAML)).isFalse();
        assertThat(LoginDemands.named(history.state(), Shop.BO)).containsExactly(SAML);
    }

    @Test
    void membershipElsewhereIsNoWayAround() {
        joinOther();
        history.then(policy(Shop.ORGANISATION, List.of(SAML), List.of()));

        assertThat(LoginDemands.refused(history.state(), Shop.BO, LoginWay.EMAIL))
                .isFalse();
        assertThat(LoginDemands.refusing(history.state(), Shop.BO, LoginWay.EMAIL))
                .containsExactly(Shop.ORGANISATION);
        assertThat(history.state()
                        .hiding(List.of(Shop.ORGANISATION))
                        .organisations()
                        .keySet())
                .containsExactly(OTHER);
    }

    @Test
    void aCodeIsAskedForUnlessAllDispenseWithIt() {
        history.then(policy(Shop.ORGANISATION, List.of(), List.of(GOOGLE)));
        assertThat(LoginDemands.dispenseWithCode(history.state(), Shop.BO, BY_GOOGLE))
                .isTrue();
        assertThat(LoginDemands.dispenseWithCode(history.state(), Shop.BO, LoginWay.EMAIL))
                .isFalse();

        joinOther();
        assertThat(LoginDemands.dispenseWithCode(history.state(), Shop.BO, BY_GOOGLE))
                .isFalse();

        history.then(policy(OTHER, List.of(EMAIL), List.of()));
        assertThat(LoginDemands.dispenseWithCode(history.state(), Shop.BO, BY_GOOGLE))
                .as("the other one is hidden from the session")
                .isTrue();
    }

    @Test
    void anOrganisationsProviderDispensesForThoseWhoAreInNoOtherOrganisation() {
        history.then(policy(Shop.ORGANISATION, List.of(), List.of(SAML)));
        assertThat(LoginDemands.dispenseWithCode(history.state(), Shop.BO, BY_SAML))
                .isTrue();

        joinOther();

        assertThat(LoginDemands.dispenseWithCode(history.state(), Shop.BO, BY_SAML))
                .isFalse();
    }

    @Test
    void theCodeOfASuperuserIsNotDispensedWith() {
        history.then(policy(Shop.ORGANISATION, List.of(), List.of(SAML)), new SuperuserGranted(Shop.BO));

        assertThat(LoginDemands.dispenseWithCode(history.state(), Shop.BO, BY_SAML))
                .isFalse();
    }

    @Test
    void thoseThatDemandASecondFactorAskForItsCodeUnlessTheyDispenseWithIt() {
        assertThat(LoginDemands.askingForCode(history.state(), Shop.BO, BY_SAML))
                .isEmpty();
        history.then(new OrganisationChanged(Shop.ORGANISATION, new OrganisationSettings("Acme", null, true, false)));
        assertThat(LoginDemands.askingForCode(history.state(), Shop.BO, BY_SAML))
                .containsExactly(Shop.ORGANISATION);
        history.then(policy(Shop.ORGANISATION, List.of(), List.of(SAML)));
        assertThat(LoginDemands.askingForCode(history.state(), Shop.BO, BY_SAML))
                .isEmpty();
        assertThat(LoginDemands.askingForCode(history.state(), Shop.BO, LoginWay.EMAIL))
                .containsExactly(Shop.ORGANISATION);
    }

    @Test
    void aSecondFactorIsDemandedByAnyOrganisationThatTheSessionShows() {
        assertThat(LoginDemands.secondFactor(history.state(), Shop.BO, LoginWay.EMAIL))
                .isFalse();
        history.then(new OrganisationChanged(Shop.ORGANISATION, new OrganisationSettings("Acme", null, true, false)));
        assertThat(LoginDemands.secondFactor(history.state(), Shop.BO, LoginWay.EMAIL))
                .isTrue();
        assertThat(LoginDemands.secondFactor(history.state(), 404, LoginWay.EMAIL))
                .isFalse();

        history.then(policy(Shop.ORGANISATION, List.of(SAML), List.of(SAML)));
        assertThat(LoginDemands.secondFactor(history.state(), Shop.BO, LoginWay.EMAIL))
                .isFalse();
        assertThat(LoginDemands.secondFactor(history.state(), Shop.BO, BY_SAML)).isFalse();
    }

    private void joinOther() {
        history.then(
                new OrganisationCreated(OTHER, Shop.id(OTHER), new OrganisationSettings("Other", null, false, false)),
                new MemberJoined(OTHER, Shop.BO, Role.ADMIN));
    }

    private static LoginPolicyChanged policy(
            int organisation, List<LoginMethod> methods, List<LoginMethod> withoutCode) {
        return new LoginPolicyChanged(organisation, new LoginPolicy(methods, List.of(), withoutCode));
    }
}
