package dev.flagledger.command.flag;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.project.VersionTexts;
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
            throw InvalidInput.detail(VersionTexts.USE_VERSIONS);
        }
    }
}
