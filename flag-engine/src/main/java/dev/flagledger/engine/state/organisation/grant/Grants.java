package dev.flagledger.engine.state.organisation.grant;

/** The permissions granted to members and groups of an organisation. */
public record Grants() {

    /** None. */
    public static final Grants NONE = new Grants();
}
