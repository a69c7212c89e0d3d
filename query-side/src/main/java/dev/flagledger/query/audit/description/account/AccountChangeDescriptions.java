package dev.flagledger.query.audit.description.account;

import static dev.flagledger.contract.view.audit.AuditedKind.USER;

import dev.flagledger.api.event.AccountEvent;
import dev.flagledger.api.event.AccountEvent.AccountActivated;
import dev.flagledger.api.event.AccountEvent.AccountDeactivated;
import dev.flagledger.api.event.AccountEvent.ActivationAwaited;
import dev.flagledger.api.event.AccountEvent.EmailChanged;
import dev.flagledger.api.event.AccountEvent.OnboardingChanged;
import dev.flagledger.api.event.AccountEvent.OriginRecorded;
import dev.flagledger.api.event.AccountEvent.PasswordChanged;
import dev.flagledger.api.event.AccountEvent.PasswordResetRequested;
import dev.flagledger.api.event.AccountEvent.SuperuserGranted;
import dev.flagledger.api.event.AccountEvent.SuperuserRevoked;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is told of passwords, addresses and the use of accounts. */
final class AccountChangeDescriptions {

    private AccountChangeDescriptions() {}

    /** {@code email} is the address before the event, as it may be named. */
    static EventDescription of(AccountEvent event, String email, UnaryOperator<String> naming) {
        return switch (event) {
            case PasswordChanged e ->
                EventDescription.of(e.byReset() ? EventTexts.passwordReset(email) : EventTexts.passwordChanged(email));
            case PasswordResetRequested _ -> EventDescription.of(EventTexts.passwordResetRequested(email));
            case EmailChanged e ->
                EventDescription.of(
                        USER.updated(email), List.of(AccountDescriptions.change("email", email, e.email(), naming)));
            case OriginRecorded(var _, var origin) ->
                EventDescription.of(
                        USER.updated(email),
                        List.of(
                                new FieldChange(
                                        "auth_type", null, origin.method().name()),
                                new FieldChange(
                                        "sign_up_type",
                                        null,
                                        origin.signUpType().name())));
            case ActivationAwaited _ -> EventDescription.of(EventTexts.activationAwaited(email));
            case AccountActivated _ -> EventDescription.of(EventTexts.accountActivated(email));
            case AccountDeactivated _ -> EventDescription.of(EventTexts.accountDeactivated(email));
            case SuperuserGranted _ -> EventDescription.of(EventTexts.superuserGranted(email));
            case SuperuserRevoked _ -> EventDescription.of(EventTexts.superuserRevoked(email));
            case OnboardingChanged _ -> EventDescription.of(EventTexts.onboardingChanged(email));
        };
    }
}
