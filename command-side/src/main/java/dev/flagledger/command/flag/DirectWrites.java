package dev.flagledger.command.flag;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.engine.state.project.Environment;

/** Guards endpoints that change flags directly, which environments with versioning refuse. */
public final class DirectWrites {

    private DirectWrites() {}

    /**
     * Rejects a direct change if the environment uses versioning. A request that arrives while versioning is being
     * enabled may still pass; it then changes the live version.
     */
    public static void requireAllowed(Environment environment) {
        if (environment.versioning() != null) {
            throw InvalidInput.detail("This environment uses v2 feature versioning."
                    + " Use the environment feature version endpoint instead.");
        }
    }
}
