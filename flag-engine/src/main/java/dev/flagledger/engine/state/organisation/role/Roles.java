package dev.flagledger.engine.state.organisation.role;

/** The roles of an organisation, and who holds them. */
public record Roles() {

    /** None. */
    public static final Roles NONE = new Roles();
}
