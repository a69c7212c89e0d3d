package dev.flagledger.engine.evaluation.context;

/**
 * Where an evaluation takes place.
 *
 * @param key the environment's client key
 * @param name what the team calls it
 */
public record EnvironmentContext(String key, String name) {}
