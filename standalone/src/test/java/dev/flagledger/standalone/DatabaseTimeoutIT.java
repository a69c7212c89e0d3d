package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.testing.TestDatabase;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The timeout of statements on an unresponsive database. */
class DatabaseTimeoutIT {

    @Test
    void aStatementTimesOutAfterHalfAMinuteUnlessTheUrlSaysOtherwise() throws SQLException {
        var database = TestServer.shared().part(DataSource.class);
        try (var connection = database.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
        }

        try (var pool = new HikariDataSource()) {
            var url = TestDatabase.fresh().url();
            pool.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "socketTimeout=7");
            pool.setDataSourceProperties(database.unwrap(HikariDataSource.class).getDataSourceProperties());
            try (var connection = pool.getConnection()) {
                assertThat(connection.getNetworkTimeout()).isEqualTo(7_000);
            }
        }
    }
}
