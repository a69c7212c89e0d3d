package dev.flagledger.api.code;

/**
 * A place at which code speaks of a feature.
 *
 * @param filePath within the repository, at most 4096 characters
 * @param lineNumber from 1
 */
public record CodeReference(int featureId, String filePath, int lineNumber) {}
