package dev.flagledger.api.webhook;

/** Types of messages that a webhook is told of only if it asks for them. The names are those in the messages. */
public enum ExtraType {
    FLAG_CREATED,
    OVERRIDE_CREATED,
    OVERRIDE_REMOVED,
    SEGMENT_UPDATED
}
