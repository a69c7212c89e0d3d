package dev.flagledger.query.event.table;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which events a caller may see: those of some organisations, with those of their members' accounts, or those of one project. */
public sealed interface EventPlace permits OfOrganisations, OfProject {

    /** The statement that selects the matching rows, in order. */
    String select(String condition, String order);

    /** Sets the parameters of the place. */
    StatementSpec bind(StatementSpec statement);
}
