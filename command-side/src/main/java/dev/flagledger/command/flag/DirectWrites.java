package dev.flagledger.command.flag;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.engine.state.Environment;

/** Where an environment keeps versions, its flags change by versions alone. */
public final class DirectWrites {

    private DirectWrites() {}

    /**
     * Refuses a request to change a flag directly. It may still happen to one that comes at the very moment at which the
     * environment begins to keep versions: then it changes the version that is live.
     */
    public static void require(Environment environment) {
        if (environment.versioning() != null) {
            throw InvalidInput.detail("This environment uses v2 feature versioning."
                    + " Use the environment feature version endpoint instead.");
        }
    }
}
