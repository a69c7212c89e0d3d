package dev.flagledger.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LikePatternTest {

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().dataSource());

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "50%", "snake_case", "back\\slash", "\\%", "%_\\"})
    void aPatternMatchesItsTextAlone(String text) {
        assertThat(matches("before " + text + " after", text)).isTrue();
        if (!text.isEmpty()) {
            assertThat(matches(text.replaceAll("[%_\\\\]|plain", "x"), text)).isFalse();
        }
    }

    private boolean matches(String searched, String text) {
        return JDBC.sql("select :searched like :pattern")
                .param("searched", searched)
                .param("pattern", LikePattern.containing(text))
                .query(Boolean.class)
                .single();
    }
}
