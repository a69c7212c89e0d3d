package dev.flagledger.ledger.database;

/** Patterns for {@code like} in SQL. */
public final class LikePattern {

    /** The escape character, which is the default of PostgreSQL. */
    public static final char ESCAPE = '\\';

    private LikePattern() {}

    /** The pattern that matches what contains this very text. */
    public static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
