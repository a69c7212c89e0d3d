package dev.flagledger.query.user;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.SessionRow;
import dev.flagledger.access.session.SessionRows;
import dev.flagledger.access.session.application.Application;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.user.SessionView;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the caller's own sessions: the token of the account, other tokens, and browsers. */
@RestController
class OwnSessionController {

    private final SessionRows sessions;

    OwnSessionController(SessionRows sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/api/v1/auth/sessions")
    List<SessionView> own(AccessContext access) {
        int user = access.account().id();
        var caller = Caller.session();
        var current = caller == null ? null : caller.id();
        var others = sessions.of(user).stream().map(row -> view(row, current));
        return Stream.concat(Stream.of(SessionView.ofAccount(caller != null && current == null)), others)
                .toList();
    }

    private static SessionView view(SessionRow row, @Nullable UUID current) {
        return new SessionView(
                row.id(),
                kind(row),
                row.way().method().name(),
                row.way().organisation(),
                WireTime.rest(row.openedAt()),
                WireTime.rest(row.usedAt()),
                row.client().address(),
                row.client().agent(),
                application(row.application()),
                Objects.equals(row.id(), current));
    }

    private static String kind(SessionRow row) {
        if (row.application() != null) {
            return "APPLICATION";
        }
        return row.cookie() ? "COOKIE" : "TOKEN";
    }

    private static SessionView.@Nullable ApplicationView application(@Nullable Application known) {
        return known == null
                ? null
                : new SessionView.ApplicationView(
                        known.clientId(), known.name(), known.scope().wireName());
    }
}
