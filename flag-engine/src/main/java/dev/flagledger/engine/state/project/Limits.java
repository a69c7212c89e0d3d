package dev.flagledger.engine.state.project;

/** Maximum numbers of objects, beyond which lists and responses would become too large for clients. */
public final class Limits {

    /** Features of a project. */
    public static final int FEATURES = 1_000;

    /** Segments of a project. */
    public static final int SEGMENTS = 500;

    /** Segment overrides in an environment, of all flags together. */
    public static final int SEGMENT_OVERRIDES = 2_000;

    /** Mail domains of an organisation, proven or not. */
    public static final int MAIL_DOMAINS = 100;

    private Limits() {}
}
