package dev.flagledger.platform;

/** Something that a node must have before it can answer requests truthfully. */
public interface Readiness {

    /** What it is, for operators. */
    String name();

    /** Whether it is there now. */
    boolean ready();
}
