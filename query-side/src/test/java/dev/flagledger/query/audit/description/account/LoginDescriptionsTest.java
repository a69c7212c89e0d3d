package dev.flagledger.query.audit.description.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FactorEvent.BackupCodeUsed;
import dev.flagledger.api.event.FactorEvent.SecondFactorActivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorDeactivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorFailed;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.LoginRuleEvent.DomainAdded;
import dev.flagledger.api.event.LoginRuleEvent.DomainProven;
import dev.flagledger.api.event.LoginRuleEvent.DomainRecordMissed;
import dev.flagledger.api.event.LoginRuleEvent.DomainRemoved;
import dev.flagledger.api.event.LoginRuleEvent.DomainUnproven;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.event.SessionEvent.ApplicationGranted;
import dev.flagledger.api.event.SessionEvent.ApplicationRevoked;
import dev.flagledger.api.event.SessionEvent.SessionEnded;
import dev.flagledger.api.login.DomainProof;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import dev.flagledger.query.audit.row.Rows;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoginDescriptionsTest {

    static Stream<Arguments> events() {
        var policy = new LoginPolicy(List.of(LoginMethod.SAML), List.of(), List.of(LoginMethod.SAML));
        return Stream.of(
                told(new SecondFactorActivated(9), "Second factor activated: 9"),
                told(new SecondFactorDeactivated(9), "Second factor deactivated: 9"),
                told(new SecondFactorFailed(9), "Login failed at the second factor: 9"),
                told(new BackupCodeUsed(9), "Backup code used: 9"),
                told(new SessionEnded(9, Shop.id(4)), "Session ended: 9"),
                told(
                        new ApplicationGranted(9, Shop.id(4), "flagsmith-cli", "Flagsmith CLI", "admin-api"),
                        "Application granted access: Flagsmith CLI (admin-api), by 9"),
                told(new ApplicationRevoked(9, Shop.id(4)), "Application lost access, a token was used twice: 9"),
                told(
                        new LoginPolicyChanged(Shop.ORGANISATION, policy),
                        "Ways to log in changed",
                        new FieldChange("methods", List.of(), List.of(LoginMethod.SAML)),
                        new FieldChange("without_code", List.of(), List.of(LoginMethod.SAML))));
    }

    @Test
    void domainsAreToldByName() {
        var shop = Shop.open().then(new DomainAdded(Shop.ORGANISATION, 7, "acme.example"));
        assertThat(Rows.of(shop).summary()).isEqualTo("Mail domain added: acme.example");
        var proven = shop.then(new DomainProven(Shop.ORGANISATION, 7, DomainProof.DNS));
        assertThat(Rows.of(proven).summary()).isEqualTo("Mail domain proven: acme.example");
        assertThat(Rows.of(proven).difference()).containsExactly(new FieldChange("verified_by", null, DomainProof.DNS));
        var missed = proven.then(new DomainRecordMissed(Shop.ORGANISATION, 7));
        assertThat(Rows.of(missed).summary()).isEqualTo("Record of mail domain missing: acme.example");
        var unproven = missed.then(new DomainUnproven(Shop.ORGANISATION, 7));
        assertThat(Rows.of(unproven).summary()).isEqualTo("Mail domain not proven any more: acme.example");
        assertThat(Rows.of(unproven).difference())
                .containsExactly(new FieldChange("verified_by", DomainProof.DNS, null));
        assertThat(Rows.of(unproven.then(new DomainRemoved(Shop.ORGANISATION, 7)))
                        .summary())
                .isEqualTo("Mail domain removed: acme.example");
    }

    @Test
    void aLoginIsToldWithItsMethodUnlessThatIsThePassword() {
        assertThat(EventTexts.loggedIn("bo@example.test", LoginWay.EMAIL)).isEqualTo("User logged in: bo@example.test");
        assertThat(EventTexts.loggedIn("bo@example.test", LoginWay.by(LoginMethod.SAML, 3, 7)))
                .isEqualTo("User logged in by SAML: bo@example.test");
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsToldOfWithWhatItChanged(LedgerEvent event, String summary, List<FieldChange> changes) {
        var row = Rows.of(Shop.open().then(event));

        assertThat(row.summary()).isEqualTo(summary);
        assertThat(row.difference()).isEqualTo(changes);
    }

    private static Arguments told(LedgerEvent event, String summary, FieldChange... changes) {
        return Arguments.of(event, summary, List.of(changes));
    }
}
