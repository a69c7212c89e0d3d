package dev.flagledger.standalone.boundaries.broken.standalone;

/** The assembly, which nobody should know. */
public record Assembly() {}
