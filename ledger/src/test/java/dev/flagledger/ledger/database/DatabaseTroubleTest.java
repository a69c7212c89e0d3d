package dev.flagledger.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseTroubleTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "25006"})
    void aDatabaseThatCannotBeUsedForNowIsAway(String state) {
        assertThat(DatabaseTrouble.of(new IllegalStateException(new SQLException("reason", state))))
                .contains(DatabaseTrouble.AWAY);
    }

    @ParameterizedTest
    @CsvSource({"08001,true", "08006,true", "57P01,true", "57P05,true", "57014,false", "25006,false", ",false"})
    void aLostConnectionIsRecognisedByItsState(@Nullable String state, boolean lost) {
        assertThat(DatabaseTrouble.isConnectionLost(new SQLException("reason", state)))
                .isEqualTo(lost);
    }

    @Test
    void aTimeoutOfThePoolMeansAway() {
        var failure = new CannotGetJdbcConnectionException("none", new SQLTransientConnectionException());

        assertThat(DatabaseTrouble.of(failure)).contains(DatabaseTrouble.AWAY);
    }

    @Test
    void aDatabaseWithoutFreeConnectionsIsNotAway() {
        assertThat(DatabaseTrouble.of(
                        new IllegalStateException(new SQLTransientConnectionException("reason", "53300"))))
                .contains(DatabaseTrouble.ALL_CONNECTIONS_IN_USE);
    }

    @Test
    void aFullDiskIsRecognised() {
        assertThat(DatabaseTrouble.of(new IllegalStateException(new SQLException("reason", "53100"))))
                .contains(DatabaseTrouble.NO_SPACE);
    }

    @Test
    void aRefusedConnectionMeansAway() {
        assertThat(DatabaseTrouble.of(failureAt("jdbc:postgresql://127.0.0.1:1/flags")))
                .contains(DatabaseTrouble.AWAY);
    }

    @Test
    void aFailedStatementIsNoTroubleOfTheDatabase() {
        assertThat(DatabaseTrouble.of(failureAt(TestDatabase.fresh().url()))).isEmpty();
        assertThat(DatabaseTrouble.of(new IllegalStateException())).isEmpty();
    }

    private static DataAccessException failureAt(String url) {
        try {
            JdbcClient.create(new DriverManagerDataSource(url))
                    .sql("select missing")
                    .query(Integer.class)
                    .list();
        } catch (DataAccessException failed) {
            return failed;
        }
        throw new AssertionError("did not fail");
    }
}
