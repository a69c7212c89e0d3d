package dev.flagledger.engine.state.organisation.invite;

/** The open invitations to an organisation. */
public record Invitations() {

    /** None. */
    public static final Invitations NONE = new Invitations();
}
