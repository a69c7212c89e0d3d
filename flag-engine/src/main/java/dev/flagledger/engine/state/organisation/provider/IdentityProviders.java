package dev.flagledger.engine.state.organisation.provider;

/** The identity providers through which members of an organisation log in. */
public record IdentityProviders() {

    /** None. */
    public static final IdentityProviders NONE = new IdentityProviders();
}
