package dev.flagledger.standalone.boundaries.broken.standalone;

/** The assembly, on which no module may depend. */
public record Assembly() {}
