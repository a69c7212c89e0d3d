package dev.flagledger.command.user;

import dev.flagledger.ledger.secret.InstallationSecret;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks an account for an address after ten logins from there that failed, until nobody has tried for a quarter of an hour: by
 * the account alone, anybody could lock its owner out. As in Flagsmith, a login that succeeds does not make up for those that
 * failed. Counted in the database, for all nodes together and by its clock. Each call here is a transaction of its own: what a
 * node had under way when it died is never settled, so that counts for no longer than a login may take.
 */
@Component
final class FailedLogins {

    /** How many may fail. */
    static final int LIMIT = 10;

    static final Duration COOL_OFF = Duration.ofMinutes(15);

    /** Longer than any login takes. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final InstallationSecret secret;

    FailedLogins(JdbcClient jdbc, InstallationSecret secret) {
        this.jdbc = jdbc;
        this.secret = secret;
    }

    /**
     * Lets a login be tried. It counts as failed from before its password is looked at, so that many at once are not more
     * than many in turn.
     *
     * @param address where it comes from; null if that is not known
     * @param locked is run once the last login that may fail has failed
     * @return what the login gave; empty also if the account is locked, and the login was not tried then
     */
    <T> Optional<T> guard(String email, @Nullable String address, Supplier<Optional<T>> login, Runnable locked) {
        var tried = tried(email, address);
        if (!begin(tried)) {
            prolong(tried);
            return Optional.empty();
        }
        boolean failed = false;
        try {
            var loggedIn = login.get();
            failed = loggedIn.isEmpty();
            return loggedIn;
        } finally {
            int all = settle(tried, failed);
            if (failed && all == LIMIT) {
                locked.run();
            }
        }
    }

    /** A digest, since people may mistype, and nobody but the two who know it shall learn of an address from this table. */
    private byte[] tried(String email, @Nullable String address) {
        return secret.mac("login:" + email.toLowerCase(Locale.ROOT) + "\n" + Origin.of(address));
    }

    /** Whether one more may be tried. */
    private boolean begin(byte[] tried) {
        return jdbc.sql("""
                        insert into failed_login as known (tried, under_way, failed) values (:tried, 1, 0)
                        on conflict (tried) do update
                        set under_way = case when known.tried_at < now() - :underWay * interval '1 second'
                                then 1 else known.under_way + 1 end,
                            failed = case when known.tried_at < now() - :coolOff * interval '1 second'
                                then 0 else known.failed end,
                            tried_at = now()
                        where known.failed + case when known.tried_at < now() - :underWay * interval '1 second'
                                then 0 else known.under_way end < :limit
                           or known.tried_at < now() - :coolOff * interval '1 second'""")
                        .param("tried", tried)
                        .param("coolOff", COOL_OFF.toSeconds())
                        .param("underWay", UNDER_WAY.toSeconds())
                        .param("limit", LIMIT)
                        .update()
                > 0;
    }

    /** Keeps what is locked for another quarter of an hour. */
    private void prolong(byte[] tried) {
        jdbc.sql("update failed_login set tried_at = now() where failed_login.tried = :tried and failed >= :limit")
                .param("tried", tried)
                .param("limit", LIMIT)
                .update();
    }

    /** How many have failed by now. */
    private int settle(byte[] tried, boolean failed) {
        int all = jdbc.sql("""
                        insert into failed_login as known (tried, under_way, failed) values (:tried, 0, :failed)
                        on conflict (tried) do update
                        set under_way = greatest(known.under_way - 1, 0), failed = known.failed + :failed, tried_at = now()
                        returning failed""")
                .param("tried", tried)
                .param("failed", failed ? 1 : 0)
                .query(Integer.class)
                .single();
        if (all == 0) {
            jdbc.sql("""
                            delete from failed_login
                            where failed_login.tried = :tried and failed_login.under_way = 0 and failed_login.failed = 0""").param("tried", tried).update();
        }
        return all;
    }
}
