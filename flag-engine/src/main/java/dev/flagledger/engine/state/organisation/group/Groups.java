package dev.flagledger.engine.state.organisation.group;

/** The groups of an organisation's members. */
public record Groups() {

    /** None. */
    public static final Groups NONE = new Groups();
}
