package dev.flagledger.standalone.postgres;

/**
 * A PostgreSQL database to connect to.
 *
 * @param url the JDBC URL
 * @param user the user to log in as; empty if the URL contains it
 * @param password the user's password; empty if the URL contains it or none is needed
 * @param exclusive whether only this server uses it
 * @param description a text for the operator, without secrets
 */
public record Database(String url, String user, String password, boolean exclusive, String description) {

    /** Only the description, since URL and password must not be logged. */
    @Override
    public String toString() {
        return "Database[" + description + "]";
    }
}
