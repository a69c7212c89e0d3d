package dev.flagledger.command.flag;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;

/** What cannot be done to a version that is published, with what is said of it. */
public enum LiveVersion {
    MODIFIED("Cannot modify published version."),
    DELETED("Cannot delete a live version.");

    private final String problem;

    LiveVersion(String problem) {
        this.problem = problem;
    }

    /** The refusal to do it, to be thrown. */
    public Rejected refused() {
        return new Rejected(new Rejection.Unfit("detail", problem));
    }
}
