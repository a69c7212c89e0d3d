package dev.flagledger.standalone.health;

/** What the dashboard wants to know about an installation before anybody has logged in. */
public interface SelfHosted {

    /** Whether anybody has registered; until then the dashboard offers to set the server up. */
    boolean hasUsers();

    /** Whether anybody has ever logged in. */
    boolean hasLogins();
}
