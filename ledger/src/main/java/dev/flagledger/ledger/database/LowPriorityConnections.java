package dev.flagledger.ledger.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.ledger.load.Niceness;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

/**
 * Opens connections whose processes in a database of this machine have a raised {@linkplain Niceness nice value}: what low-priority
 * threads ask of the database must not displace what others ask.
 */
final class LowPriorityConnections extends AbstractDriverBasedDataSource {

    /** Few suffice, since those who wait for one are written in groups. */
    private static final int MOST = 8;

    private LowPriorityConnections(HikariConfig like) {
        setUrl(like.getJdbcUrl());
        setUsername(like.getUsername());
        setPassword(like.getPassword());
        setConnectionProperties(like.getDataSourceProperties());
    }

    /** A pool of such connections, with the settings of another pool. It opens none before one is asked for. */
    static HikariDataSource poolLike(HikariDataSource other) {
        var settings = new HikariConfig();
        other.copyStateTo(settings);
        settings.setPoolName(other.getPoolName() + "-low");
        settings.setMaximumPoolSize(Math.min(MOST, other.getMaximumPoolSize()));
        settings.setMinimumIdle(0);
        settings.setInitializationFailTimeout(-1);
        settings.setDataSource(new LowPriorityConnections(other));
        return new HikariDataSource(settings);
    }

    @Override
    protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
        var opened = DriverManager.getConnection(getUrl(), properties);
        Niceness.LOW.raiseOfProcess(opened.unwrap(PGConnection.class).getBackendPID());
        return opened;
    }
}
