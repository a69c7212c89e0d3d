package dev.flagledger.query.event.table;

import dev.flagledger.api.event.EventScope;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which events a caller may see: all; those of some organisations, with those of their members' accounts; or those of one project.
 */
public sealed interface EventPlace permits OfInstallation, OfOrganisations, OfProject {

    /** Whether the log itself assigns events with a scope to the place. */
    boolean includes(EventScope scope);

    /** The statement that selects the matching rows, in order. */
    String select(String condition, String order);

    /** Sets the parameters of the place. */
    StatementSpec bind(StatementSpec statement);
}
