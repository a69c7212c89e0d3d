package dev.flagledger.engine.state.organisation.login;

/** The ways in which members of an organisation may log in. */
public record LoginRules() {

    /** None. */
    public static final LoginRules NONE = new LoginRules();
}
