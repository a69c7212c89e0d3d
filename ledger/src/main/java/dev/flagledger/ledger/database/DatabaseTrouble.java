package dev.flagledger.ledger.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be wrong with the database as a whole, so that nothing is wrong with what was asked of it. */
public enum DatabaseTrouble {

    /** It cannot be reached, is starting or stopping, or takes no writes for now. */
    AWAY,

    /** It is there, but others have all connections. */
    ALL_CONNECTIONS_IN_USE,

    /** Its disk is full. */
    NO_SPACE;

    private static final String DISK_FULL = "53100";
    static final String TOO_MANY_CONNECTIONS = "53300";

    /** A read-only standby; shut down by the operator, by a crash; not yet able to connect. */
    private static final Set<String> AWAY_STATES = Set.of("25006", "57P01", "57P02", "57P03");

    private static final String CONNECTION_FAILED = "08";

    /** No connection, or none any more; a server that stops or starts, and then has none either. */
    private static final List<String> CONNECTION_LOST = List.of(CONNECTION_FAILED, "57P");

    /** Deeper than any library wraps what it caught, and an end to causes that go round in circles. */
    private static final int DEPTH = 20;

    /** The trouble that a failure comes from, however it is wrapped; empty if there is none. */
    public static Optional<DatabaseTrouble> of(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            var trouble = cause instanceof SQLException e ? of(e) : Optional.<DatabaseTrouble>empty();
            if (trouble.isPresent()) {
                return trouble;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** Whether PostgreSQL or its driver say that the connection was lost or ended, or that there could not be one. */
    public static boolean isConnectionLost(SQLException failure) {
        return CONNECTION_LOST.stream().anyMatch(String.valueOf(failure.getSQLState())::startsWith);
    }

    private static Optional<DatabaseTrouble> of(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.equals(DISK_FULL)) {
            return Optional.of(NO_SPACE);
        }
        if (state.equals(TOO_MANY_CONNECTIONS)) {
            return Optional.of(ALL_CONNECTIONS_IN_USE);
        }
        boolean away = failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || state.startsWith(CONNECTION_FAILED)
                || AWAY_STATES.contains(state);
        return away ? Optional.of(AWAY) : Optional.empty();
    }
}
