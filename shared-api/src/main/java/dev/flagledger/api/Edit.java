package dev.flagledger.api;

/**
 * What somebody made of something that they saw. What they left alone stays as it is by then, so that two people who
 * change different things at the same time do not undo each other's changes.
 *
 * @param seen the thing as they saw it
 * @param wanted the thing as they want it
 */
public record Edit<T extends Record>(T seen, T wanted) {}
