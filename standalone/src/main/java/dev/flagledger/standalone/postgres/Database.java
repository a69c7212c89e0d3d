package dev.flagledger.standalone.postgres;

/**
 * A PostgreSQL that accepts connections.
 *
 * @param url JDBC address
 * @param user role to log in as; empty when the address says it
 * @param password that role's password; empty when the address says it or none is needed
 * @param exclusive whether this server alone uses it
 * @param description what and where it is, in the operator's words and without any secret
 */
public record Database(String url, String user, String password, boolean exclusive, String description) {

    /** Only the description: the address and the password do not belong into logs. */
    @Override
    public String toString() {
        return "Database[" + description + "]";
    }
}
