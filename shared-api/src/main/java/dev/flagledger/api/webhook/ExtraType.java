package dev.flagledger.api.webhook;

/** Types of messages that a webhook is told of only if it asks for them. The names are those in the messages. */
public enum ExtraType {
    FLAG_CREATED,
    OVERRIDE_CREATED,
    OVERRIDE_REMOVED,
    SEGMENT_UPDATED,
    /** A line of the audit log about the organisation itself, which webhooks of organisations alone are told of. */
    ORGANISATION_AUDIT_LOG_CREATED
}
