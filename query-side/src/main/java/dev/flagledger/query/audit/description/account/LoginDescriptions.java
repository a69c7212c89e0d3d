package dev.flagledger.query.audit.description.account;

import dev.flagledger.api.event.FactorEvent;
import dev.flagledger.api.event.FactorEvent.BackupCodeUsed;
import dev.flagledger.api.event.FactorEvent.SecondFactorActivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorDeactivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorFailed;
import dev.flagledger.api.event.LoginRuleEvent;
import dev.flagledger.api.event.LoginRuleEvent.DomainAdded;
import dev.flagledger.api.event.LoginRuleEvent.DomainProven;
import dev.flagledger.api.event.LoginRuleEvent.DomainRecordMissed;
import dev.flagledger.api.event.LoginRuleEvent.DomainRemoved;
import dev.flagledger.api.event.LoginRuleEvent.DomainUnproven;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.event.SessionEvent;
import dev.flagledger.api.event.SessionEvent.ApplicationGranted;
import dev.flagledger.api.event.SessionEvent.ApplicationRevoked;
import dev.flagledger.api.event.SessionEvent.SessionEnded;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.contract.view.audit.LoginTexts;
import dev.flagledger.contract.view.organisation.LoginPolicyView;
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.login.MailDomain;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;

/** What is told of second factors, sessions, and the ways in which members may log in. */
public final class LoginDescriptions {

    private LoginDescriptions() {}

    public static EventDescription of(FactorEvent event, String email) {
        return EventDescription.of(
                switch (event) {
                    case SecondFactorActivated _ -> LoginTexts.factorActivated(email);
                    case SecondFactorDeactivated _ -> LoginTexts.factorDeactivated(email);
                    case SecondFactorFailed _ -> LoginTexts.codeFailed(email);
                    case BackupCodeUsed _ -> LoginTexts.backupCodeUsed(email);
                });
    }

    public static EventDescription of(SessionEvent event, String email) {
        return EventDescription.of(
                switch (event) {
                    case SessionEnded _ -> LoginTexts.sessionEnded(email);
                    case ApplicationGranted e -> LoginTexts.applicationGranted(e.clientName(), e.scope(), email);
                    case ApplicationRevoked _ -> LoginTexts.applicationRevoked(email);
                });
    }

    public static EventDescription of(Organisation before, LoginRuleEvent event) {
        return switch (event) {
            case LoginPolicyChanged e -> changed(before.access().loginRules().policy(), e.policy());
            case DomainAdded e -> EventDescription.of(LoginTexts.domainAdded(e.name()));
            case DomainProven e ->
                EventDescription.of(
                        LoginTexts.domainProven(name(before, e.domainId())),
                        List.of(new FieldChange("verified_by", null, e.proof())));
            case DomainRecordMissed e -> EventDescription.of(LoginTexts.recordMissed(name(before, e.domainId())));
            case DomainUnproven e ->
                EventDescription.of(
                        LoginTexts.domainUnproven(name(before, e.domainId())),
                        List.of(new FieldChange(
                                "verified_by", domain(before, e.domainId()).proof(), null)));
            case DomainRemoved e -> EventDescription.of(LoginTexts.domainRemoved(name(before, e.domainId())));
        };
    }

    private static String name(Organisation before, int domain) {
        return domain(before, domain).name();
    }

    private static MailDomain domain(Organisation before, int domain) {
        return Lookup.required(before.access().loginRules().domains().byId(), domain, "mail domain");
    }

    private static EventDescription changed(LoginPolicy policy, LoginPolicy changed) {
        var old = LoginPolicyView.of(policy);
        var now = LoginPolicyView.of(changed);
        return EventDescription.of(
                LoginTexts.POLICY_CHANGED,
                FieldChange.differing(
                        new FieldChange("methods", old.methods(), now.methods()),
                        new FieldChange("domains", old.domains(), now.domains()),
                        new FieldChange("without_code", old.withoutCode(), now.withoutCode())));
    }
}
