package dev.flagledger.query.audit.row;

/** The names of the audit log's projection and of its tables. */
public final class AuditModel {

    /** The projection that writes the tables. */
    public static final String NAME = "audit";

    /** The read model's name in messages. */
    public static final String TITLE = "The audit log";

    /** The table of the contract's lines. */
    public static final String LINES = "query.audit_entry";

    /** The table of the texts of these lines, with their numbers. */
    public static final String TEXTS = "query.audit_text";

    /** The table with a row for each event. */
    public static final String EVENTS = "query.audit_event";

    private AuditModel() {}
}
