package dev.flagledger.access.federation.used;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets what would no longer be accepted anyway, every minute. */
@Component
public final class ExpiredLogins implements LoopLifecycle {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    /** The clock of another node may be that much behind, which still accepts what is over by the one of this node. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BackgroundLoop loop = new BackgroundLoop("used-login-expiry", this::round).beginningAfter(INTERVAL);

    ExpiredLogins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private Duration round() {
        delete();
        return INTERVAL;
    }

    void delete() {
        var now = Timestamp.from(clock.instant().minus(SKEW));
        jdbc.sql("delete from access.used_login where used_login.expires_at <= :now")
                .param("now", now)
                .update();
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }
}
