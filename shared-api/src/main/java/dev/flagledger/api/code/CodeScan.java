package dev.flagledger.api.code;

import java.util.List;

/**
 * The result of scanning a repository for references to features.
 *
 * @param repositoryUrl URL of the repository, at most 200 characters
 * @param revision revision that was scanned, at most 100 characters
 * @param references references to features that the project had at the time
 */
public record CodeScan(
        String repositoryUrl, VcsProvider vcsProvider, String revision, List<CodeReference> references) {}
