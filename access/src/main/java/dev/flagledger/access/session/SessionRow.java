package dev.flagledger.access.session;

import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.access.session.application.Application;
import dev.flagledger.access.session.application.ApplicationScope;
import dev.flagledger.api.login.LoginWay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that is valid.
 *
 * @param application the application that has it; null if the user has it
 * @param withoutCode whether the user had a second factor, but was not asked for a code
 * @param openedAt when the user logged in, also for an application, which was allowed later; for a token of a login for which somebody else vouches, the last time
 * @param usedAt when it was used last, to the minute
 */
public record SessionRow(
        UUID id,
        Account account,
        LoginWay way,
        boolean cookie,
        @Nullable Application application,
        boolean withoutCode,
        Instant openedAt,
        Instant usedAt,
        SessionClient client) {

    static SessionRow of(ResultSet row, ClientSeal clients) throws SQLException {
        var id = row.getObject("session_id", UUID.class);
        return new SessionRow(
                id,
                new Account(row.getInt("user_id"), row.getString("email")),
                LoginWay.ofKey(row.getString("way")),
                row.getBoolean("cookie"),
                application(row),
                row.getBoolean("without_code"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at", OffsetDateTime.class).toInstant(),
                clients.open(row.getBytes("client"), id));
    }

    private static @Nullable Application application(ResultSet row) throws SQLException {
        if (!row.getBoolean("application")) {
            return null;
        }
        var scope = ApplicationScope.of(row.getString("scope")).orElseThrow();
        return new Application(row.getString("client_id"), row.getString("client_name"), scope);
    }
}
