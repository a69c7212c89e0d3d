package dev.flagledger.command.user.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoginConfigurationTest {

    private final JdbcClient jdbc =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());

    @Test
    void whatNobodyHasTriedForAQuarterOfAnHourGoesByTheClockOfTheDatabase() {
        tried("old", Duration.ofMinutes(16));
        tried("fresh", Duration.ofMinutes(14));

        assertThat(pruned(OffsetDateTime.now(ZoneOffset.UTC).plusHours(1))).isEqualTo(1);

        assertThat(jdbc.sql("select convert_from(tried, 'UTF8') from command.failed_login")
                        .query(String.class)
                        .list())
                .containsExactly("fresh");
    }

    /** Prunes as a node with this clock. */
    private long pruned(OffsetDateTime before) {
        return jdbc.sql(new LoginConfiguration().oldFailedLogins().sql())
                .param("before", before)
                .param("most", 10)
                .query(Long.class)
                .single();
    }

    private void tried(String what, Duration ago) {
        jdbc.sql(
                        "insert into command.failed_login values (convert_to(:what, 'UTF8'), 0, 1, now() - :ago * interval '1 second')")
                .param("what", what)
                .param("ago", ago.toSeconds())
                .update();
    }
}
