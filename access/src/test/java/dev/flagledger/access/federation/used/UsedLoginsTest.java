package dev.flagledger.access.federation.used;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.federation.used.UsedLogins.Protocol;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UsedLoginsTest {

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());

    private final TurnedClock clock = new TurnedClock();
    private final UsedLogins used = new UsedLogins(JDBC);
    private final ExpiredLogins expired = new ExpiredLogins(JDBC, clock);

    @Test
    void whatIsSentIsUsedOnceByAParty() {
        var until = clock.instant().plusSeconds(60);
        assertThat(used.use(Protocol.SAML, 1, "a", until)).isTrue();
        assertThat(used.use(Protocol.SAML, 1, "a", until)).isFalse();
        assertThat(used.use(Protocol.SAML, 2, "a", until)).isTrue();
        assertThat(used.use(Protocol.OIDC, 1, "a", until)).isTrue();

        clock.turn(Duration.ofSeconds(359));
        expired.delete();
        assertThat(used.use(Protocol.SAML, 1, "a", until)).isFalse();
        clock.turn(Duration.ofSeconds(1));
        expired.delete();
        assertThat(JDBC.sql("select count(*) from access.used_login")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
