package dev.flagledger.engine.state.organisation.login;

import static dev.flagledger.api.login.LoginMethod.EMAIL;
import static dev.flagledger.api.login.LoginMethod.GOOGLE;
import static dev.flagledger.api.login.LoginMethod.LDAP;
import static dev.flagledger.api.login.LoginMethod.SAML;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.LoginRuleEvent.DomainAdded;
import dev.flagledger.api.event.LoginRuleEvent.DomainProven;
import dev.flagledger.api.event.LoginRuleEvent.DomainRecordMissed;
import dev.flagledger.api.event.LoginRuleEvent.DomainRemoved;
import dev.flagledger.api.event.LoginRuleEvent.DomainUnproven;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.login.DomainProof;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginRulesTest {

    private static final int ACME = Shop.ORGANISATION;
    private static final String ANA = "ana@example.test";

    @ParameterizedTest
    @EnumSource
    void withoutAPolicyEveryWayOfItsOwnIsAcceptedAndNoneDispensesWithACode(LoginMethod method) {
        assertThat(LoginRules.NONE.accept(ACME, ANA, LoginWay.by(method))).isTrue();
        assertThat(LoginRules.NONE.accept(ACME, ANA, LoginWay.by(method, ACME, 7)))
                .isTrue();
        assertThat(LoginRules.NONE.accept(ACME, ANA, LoginWay.by(method, ACME + 1, 7)))
                .as("its administrator says who that is")
                .isFalse();
        assertThat(LoginRules.NONE.dispenseWithCode(ACME, LoginWay.by(method))).isFalse();
    }

    @Test
    void onlyNamedMethodsAreAccepted() {
        var rules = new LoginRules(new LoginPolicy(List.of(EMAIL, LDAP), List.of(), List.of()));

        assertThat(rules.accept(ACME, ANA, LoginWay.EMAIL)).isTrue();
        assertThat(rules.accept(ACME, ANA, LoginWay.by(LDAP))).isTrue();
        assertThat(rules.accept(ACME, ANA, LoginWay.by(GOOGLE))).isFalse();
        assertThat(rules.accept(ACME, ANA, LoginWay.by(SAML, ACME, 7))).isFalse();
    }

    @Test
    void theProviderOfAnotherOrganisationIsNotTrusted() {
        var rules = new LoginRules(new LoginPolicy(List.of(SAML), List.of(), List.of(SAML)));

        assertThat(rules.accept(ACME, ANA, LoginWay.by(SAML, ACME, 7))).isTrue();
        assertThat(rules.accept(ACME, ANA, LoginWay.by(SAML, ACME + 1, 7))).isFalse();
        assertThat(rules.dispenseWithCode(ACME, LoginWay.by(SAML, ACME, 7))).isTrue();
        assertThat(rules.dispenseWithCode(ACME, LoginWay.by(SAML, ACME + 1, 7))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@corp.test", "Ana@CORP.test", "\"a@b\"@corp.test"})
    void aDomainHasMethodsOfItsOwn(String email) {
        assertThat(corporate().accept(ACME, email, LoginWay.by(SAML, ACME, 7))).isTrue();
        assertThat(corporate().accept(ACME, email, LoginWay.EMAIL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.test", "ana@corp.test.example", "ana@sub.corp.test", "ana@notcorp.test", ""})
    void otherDomainsHaveThoseOfTheOrganisation(String email) {
        assertThat(corporate().accept(ACME, email, LoginWay.EMAIL)).isTrue();
        assertThat(corporate().accept(ACME, email, LoginWay.by(SAML, ACME, 7))).isFalse();
    }

    @Test
    void thePolicyIsThatOfTheLastEvent() {
        var policy = corporate().policy();
        var history = Shop.open().then(new LoginPolicyChanged(ACME, policy));
        assertThat(history.state().organisation(ACME).orElseThrow().access().loginRules())
                .isEqualTo(corporate());

        history.then(new LoginPolicyChanged(ACME, LoginPolicy.OPEN));
        assertThat(history.state().organisation(ACME).orElseThrow().access().loginRules())
                .isEqualTo(LoginRules.NONE);
    }

    @Test
    void aDomainIsOwnedFromItsProofToItsRemoval() {
        var history = Shop.open().then(new DomainAdded(ACME, 7, "acme.test"));
        assertThat(domains(history).ownDomainOf("ana@acme.test")).isFalse();

        history.then(new DomainProven(ACME, 7, DomainProof.DNS));
        history.then(new LoginPolicyChanged(ACME, LoginPolicy.OPEN));
        assertThat(domains(history).ownDomainOf("Ana@Acme.TEST")).isTrue();
        assertThat(domains(history).ownDomainOf("ana@mail.acme.test")).isFalse();
        assertThat(domains(history).byId().values()).allMatch(domain -> domain.provenAt() != null);

        history.then(new DomainRemoved(ACME, 7));
        assertThat(domains(history)).isEqualTo(MailDomains.NONE);
    }

    @Test
    void aDomainIsOwnedUntilItsProofHasEnded() {
        var history = Shop.open()
                .then(new DomainAdded(ACME, 7, "acme.test"))
                .then(new DomainProven(ACME, 7, DomainProof.DNS))
                .then(new DomainRecordMissed(ACME, 7));
        assertThat(domains(history).own("acme.test")).isTrue();
        assertThat(domains(history).byId().values()).allMatch(domain -> domain.missingSince() != null);

        history.then(new DomainProven(ACME, 7, DomainProof.DNS));
        assertThat(domains(history).byId().values()).allMatch(domain -> domain.missingSince() == null);

        history.then(new DomainRecordMissed(ACME, 7));
        history.then(new DomainUnproven(ACME, 7));
        assertThat(domains(history).own("acme.test")).isFalse();
        assertThat(domains(history).byId().values())
                .as("the admins are told why")
                .allMatch(domain -> domain.missingSince() != null && domain.provenAt() == null);
    }

    private static MailDomains domains(History history) {
        return history.state()
                .organisation(ACME)
                .orElseThrow()
                .access()
                .loginRules()
                .domains();
    }

    private static LoginRules corporate() {
        var corp = new LoginPolicy.Domain("corp.test", List.of(SAML));
        return new LoginRules(new LoginPolicy(List.of(EMAIL), List.of(corp), List.of()));
    }
}
