package dev.flagledger.engine.state.project;

/** How much there may be of what grows. Past these, lists and answers would no longer fit clients that were made for them. */
public final class Limits {

    /** Features of a project. */
    public static final int FEATURES = 1_000;

    /** Segments of a project. */
    public static final int SEGMENTS = 500;

    /** Overrides for segments in an environment, of all its flags together. */
    public static final int SEGMENT_OVERRIDES = 2_000;

    private Limits() {}
}
