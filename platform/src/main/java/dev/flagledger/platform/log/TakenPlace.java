package dev.flagledger.platform.log;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.postgresql.util.PSQLState;

/**
 * Recognises that an event's place in its stream was taken meanwhile. Axon's own resolver looks for a class of exceptions
 * that PostgreSQL's driver does not use.
 */
final class TakenPlace implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = PSQLState.UNIQUE_VIOLATION.getState();

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return Stream.<Throwable>iterate(exception, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }
}
