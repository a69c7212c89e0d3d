package dev.flagledger.api.segment;

/** Operators of conditions. The names of the constants are those on the wire and in stored events. */
public enum Operator {
    EQUAL,
    NOT_EQUAL,
    GREATER_THAN,
    GREATER_THAN_INCLUSIVE,
    LESS_THAN,
    LESS_THAN_INCLUSIVE,
    CONTAINS,
    NOT_CONTAINS,
    REGEX,
    PERCENTAGE_SPLIT,
    MODULO,
    IS_SET,
    IS_NOT_SET,
    IN
}
