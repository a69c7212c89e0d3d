package dev.flagledger.ledger.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failure of the database as a whole, as opposed to one of a statement. */
public enum DatabaseTrouble {

    /** It is unreachable, starting or stopping, or read-only. */
    AWAY,

    /** It is reachable, but all connections are in use. */
    ALL_CONNECTIONS_IN_USE,

    /** Its disk is full. */
    NO_SPACE;

    private static final String DISK_FULL = "53100";
    static final String TOO_MANY_CONNECTIONS = "53300";

    /** Read-only transaction; admin shutdown, crash shutdown; cannot connect now. */
    private static final Set<String> AWAY_STATES = Set.of("25006", "57P01", "57P02", "57P03");

    private static final String CONNECTION_FAILED = "08";

    /** Connection exceptions, and a server that stops or starts. */
    private static final List<String> CONNECTION_LOST = List.of(CONNECTION_FAILED, "57P");

    /** More causes than libraries nest; a bound for cyclic causes. */
    private static final int MAX_DEPTH = 20;

    /** The trouble that caused an exception, at any depth; empty if there is none. */
    public static Optional<DatabaseTrouble> of(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            var trouble = cause instanceof SQLException e ? of(e) : Optional.<DatabaseTrouble>empty();
            if (trouble.isPresent()) {
                return trouble;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** Whether an exception reports that the connection was lost, was ended or could not be opened. */
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
