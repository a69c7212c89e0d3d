package dev.flagledger.query.audit.description.account;

import static dev.flagledger.contract.view.audit.AuditedKind.USER;

import dev.flagledger.api.event.AccountEvent;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.FactorEvent;
import dev.flagledger.api.event.LoginLinkEvent.LoginLinked;
import dev.flagledger.api.event.LoginLinkEvent.LoginUnlinked;
import dev.flagledger.api.event.SessionEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.contract.view.audit.AuditTexts;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is told of accounts. All of it contains the user's e-mail address. */
public final class AccountDescriptions {

    private AccountDescriptions() {}

    public static EventDescription of(Installation before, UserEvent event) {
        var user = before.user(event.userId());
        return EventDescription.of(event.subject(), Erasing.TOMBSTONE, naming -> told(user, event, naming));
    }

    private static EventDescription told(Optional<User> user, UserEvent event, UnaryOperator<String> naming) {
        var email = user.map(known -> naming.apply(known.email())).orElseGet(() -> Integer.toString(event.userId()));
        return switch (event) {
            case UserRegistered e ->
                EventDescription.of(
                        USER.created(naming.apply(e.email())),
                        List.of(
                                change("email", null, e.email(), naming),
                                change("first_name", null, e.firstName(), naming),
                                change("last_name", null, e.lastName(), naming)));
            case UserRenamed e ->
                EventDescription.of(
                        USER.updated(email),
                        FieldChange.differing(
                                change("first_name", user.map(User::firstName).orElse(null), e.firstName(), naming),
                                change("last_name", user.map(User::lastName).orElse(null), e.lastName(), naming)));
            case AccountEvent e -> AccountChangeDescriptions.of(e, email, naming);
            case FactorEvent e -> LoginDescriptions.of(e, email);
            case SessionEvent e -> LoginDescriptions.of(e, email);
            case UserLoggedIn e -> EventDescription.of(EventTexts.loggedIn(email, e.way()));
            case UserLoginFailed e -> EventDescription.of(EventTexts.loginFailed(email, e.way()));
            case UserLoggedOut _ -> EventDescription.of(EventTexts.loggedOut(email));
            case LoginLinked e -> EventDescription.of(EventTexts.loginLinked(email, e.provider()));
            case LoginUnlinked e -> EventDescription.of(EventTexts.loginUnlinked(email, e.provider()));
            case UserLoginLocked _ -> EventDescription.of(AuditTexts.loginsLocked(email));
        };
    }

    static FieldChange change(String field, @Nullable String old, String now, UnaryOperator<String> naming) {
        return new FieldChange(field, old == null ? null : naming.apply(old), naming.apply(now));
    }
}
