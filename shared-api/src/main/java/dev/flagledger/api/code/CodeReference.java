package dev.flagledger.api.code;

/**
 * A line of code that refers to a feature.
 *
 * @param filePath path within the repository, at most 4096 characters
 * @param lineNumber from 1
 */
public record CodeReference(int featureId, String filePath, int lineNumber) {}
