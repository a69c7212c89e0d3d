package dev.flagledger.access.session.application;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an application that acts for a user may do. Never more than the user. */
public enum ApplicationScope {
    /**
     * Work in organisations, but neither create what outlasts the access (credentials, rights of people, webhooks) nor touch accounts or
     * how people log in.
     */
    MCP("mcp", "Work with your feature flags"),
    /** All that the user may do, but for ending accounts and changing how people log in to one. */
    ADMIN_API("admin-api", "Manage everything on your behalf");

    private final String wireName;
    private final String label;

    ApplicationScope(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    /** Returns the name in the protocol. */
    public String wireName() {
        return wireName;
    }

    /** Returns what the scope is for, in a few words for the user who decides. */
    public String label() {
        return label;
    }

    /** Returns what the scope lets an application do, and what not, for the user who decides. */
    public List<String> grants() {
        return switch (this) {
            case MCP ->
                List.of(
                        "See what you can see in your organisations, change your projects, and invite people who get no rights",
                        "It cannot erase people, or change accounts, how people log in, members and their rights, or an organisation itself",
                        "It has no access to API keys, trust relationships, identity providers, mail domains and the connection of a "
                                + "directory, or to server keys, and cannot change webhooks");
            case ADMIN_API ->
                List.of(
                        "See and change everything that you can see and change",
                        "It cannot delete accounts, end your sessions, or change your password, address, second factor and logins");
        };
    }

    /** Returns the scope with a name; empty if there is none. */
    public static Optional<ApplicationScope> of(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(wireName))
                .findAny();
    }
}
