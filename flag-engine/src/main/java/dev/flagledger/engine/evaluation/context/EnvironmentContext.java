package dev.flagledger.engine.evaluation.context;

/**
 * The environment of an evaluation.
 *
 * @param key the environment's client key
 * @param name name of the environment
 */
public record EnvironmentContext(String key, String name) {}
