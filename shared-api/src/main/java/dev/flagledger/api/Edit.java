package dev.flagledger.api;

/**
 * An edit relative to the state that the editor saw. Components that are equal in both keep their current value, so
 * that concurrent edits of different components do not overwrite each other.
 *
 * @param seen the state that the editor saw
 * @param wanted the requested state
 */
public record Edit<T extends Record>(T seen, T wanted) {}
