package dev.flagledger.command.user.attempt;

import dev.flagledger.contract.http.AddressGroup;
import dev.flagledger.ledger.secret.InstallationSecret;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks the pair of an account and an address after ten failed logins, until no login is attempted for 15 minutes.
 * Locking the account alone would let anybody lock its owner out. As in Flagsmith, a successful login does not reset
 * the count. Attempts are counted in the database, by its clock and for all nodes; each call is a transaction of its
 * own. Attempts in progress on a node that died are never settled, so they count for no longer than a login may take.
 */
@Component
public final class FailedLogins {

    /** The number of failed logins that locks. */
    public static final int LIMIT = 10;

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
     * Runs a login unless it is locked. An attempt counts as failed before its password is checked, so that concurrent
     * attempts are limited like consecutive ones.
     *
     * @param address the client's address; null if unknown
     * @param failed called with the number of failed attempts, including this one, when it failed; at the {@link #LIMIT} it
     *     is the one that locks
     * @return the result of the login; empty also if it is locked, in which case the login was not run
     */
    public <T> Optional<T> guard(
            String email, @Nullable String address, Supplier<Optional<T>> login, IntConsumer failed) {
        var tried = tried(email, address);
        if (!begin(tried)) {
            prolong(tried);
            return Optional.empty();
        }
        boolean refused = false;
        try {
            var loggedIn = login.get();
            refused = loggedIn.isEmpty();
            return loggedIn;
        } finally {
            int all = settle(tried, refused);
            if (refused) {
                failed.accept(all);
            }
        }
    }

    /** A digest: mistyped addresses are stored too, and the table must not reveal them. */
    private byte[] tried(String email, @Nullable String address) {
        return secret.mac("login:" + email.toLowerCase(Locale.ROOT) + "\n" + AddressGroup.of(address));
    }

    /** Counts an attempt in progress; false if the pair is locked. */
    private boolean begin(byte[] tried) {
        return jdbc.sql("""
                        insert into command.failed_login as known (tried, under_way, failed) values (:tried, 1, 0)
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

    /** Extends the lock by another 15 minutes. */
    private void prolong(byte[] tried) {
        jdbc.sql(
                        "update command.failed_login set tried_at = now() where failed_login.tried = :tried and failed >= :limit")
                .param("tried", tried)
                .param("limit", LIMIT)
                .update();
    }

    /** Settles an attempt and returns the number of failed ones. */
    private int settle(byte[] tried, boolean failed) {
        int all = jdbc.sql("""
                        insert into command.failed_login as known (tried, under_way, failed) values (:tried, 0, :failed)
                        on conflict (tried) do update
                        set under_way = greatest(known.under_way - 1, 0), failed = known.failed + :failed, tried_at = now()
                        returning failed""")
                .param("tried", tried)
                .param("failed", failed ? 1 : 0)
                .query(Integer.class)
                .single();
        if (all == 0) {
            jdbc.sql("""
                            delete from command.failed_login
                            where failed_login.tried = :tried and failed_login.under_way = 0 and failed_login.failed = 0""").param("tried", tried).update();
        }
        return all;
    }
}
