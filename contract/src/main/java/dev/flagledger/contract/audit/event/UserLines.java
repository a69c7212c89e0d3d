package dev.flagledger.contract.audit.event;

import dev.flagledger.api.event.AccountEvent;
import dev.flagledger.api.event.FactorEvent;
import dev.flagledger.api.event.LoginLinkEvent;
import dev.flagledger.api.event.SessionEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.view.audit.AuditTexts;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The lines of locked logins, in each organisation of the user and in no project. The contract audits no accounts. */
final class UserLines {

    private UserLines() {}

    /** {@code naming} replaces e-mail addresses, for redaction. */
    static Stream<AuditLine> of(Installation before, UserEvent event, UnaryOperator<String> naming) {
        return switch (event) {
            case UserRegistered _, UserRenamed _, UserLoggedIn _, UserLoginFailed _, UserLoggedOut _ -> Stream.empty();
            case FactorEvent _, SessionEvent _ -> Stream.empty();
            case LoginLinkEvent _ -> Stream.empty();
            case AccountEvent _ -> Stream.empty();
            case UserLoginLocked e -> locked(before, e.userId(), naming);
        };
    }

    private static Stream<AuditLine> locked(Installation before, int userId, UnaryOperator<String> naming) {
        var user = before.users().get(userId);
        return user == null
                ? Stream.empty()
                : before.organisationsOf(userId).stream()
                        .map(organisation -> new AuditLine(
                                AuditTexts.loginsLocked(naming.apply(user.email())),
                                new Place(organisation, null, null),
                                null,
                                ChangeType.UNKNOWN,
                                List.of()));
    }
}
