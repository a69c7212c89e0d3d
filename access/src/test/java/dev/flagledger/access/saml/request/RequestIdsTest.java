package dev.flagledger.access.saml.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RequestIdsTest {

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());

    private final TurnedClock clock = new TurnedClock();
    private final RequestIds ids = new RequestIds(new InstallationSecret(JDBC, "one"), clock);

    @Test
    void anIdIsAnXmlNameOfOneConfiguration() {
        var id = ids.issue(3);

        assertThat(id).matches("_[0-9a-f]{80}").isNotEqualTo(ids.issue(3));
        assertThat(ids.isIssued(id, 3)).isTrue();
        assertThat(ids.isIssued(id, 4)).isFalse();
        assertThat(new RequestIds(new InstallationSecret(JDBC, "other"), clock).isIssued(id, 3))
                .isFalse();
    }

    @Test
    void anIdIsGoodForAnHour() {
        var id = ids.issue(3);

        clock.turn(Duration.ofMinutes(59));
        assertThat(ids.isIssued(id, 3)).isTrue();
        clock.turn(Duration.ofMinutes(1));
        assertThat(ids.isIssued(id, 3)).isFalse();
    }

    @Test
    void aLaterTimeCannotBeForged() {
        var id = ids.issue(3);
        var forged = id.substring(0, 33) + "7" + id.substring(34);

        assertThat(ids.isIssued(forged, 3)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "_zz",
                "\u0000",
                "_0123456789012345678901234567890123456789012345678901234567890123456789012345678é"
            })
    void othersTextsAreNoIds(String text) {
        assertThat(ids.isIssued(text, 3)).isFalse();
    }
}
