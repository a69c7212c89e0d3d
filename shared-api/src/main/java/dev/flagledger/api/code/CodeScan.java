package dev.flagledger.api.code;

import java.util.List;

/**
 * What a scanner found in a repository.
 *
 * @param repositoryUrl where the repository is, at most 200 characters
 * @param revision which state of it was scanned, at most 100 characters
 * @param references every place that speaks of a feature which the project had by then
 */
public record CodeScan(
        String repositoryUrl, VcsProvider vcsProvider, String revision, List<CodeReference> references) {}
