package dev.flagledger.contract.view.feature;

import dev.flagledger.api.code.CodeReference;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.report.Repository;
import java.util.List;

/**
 * Where a repository speaks of a feature.
 *
 * @param codeReferences as its last scan found them; empty if it spoke of the feature before but no longer does
 */
public record CodeReferencesView(
        String repositoryUrl,
        String vcsProvider,
        String revision,
        String lastSuccessfulRepositoryScannedAt,
        String lastFeatureFoundAt,
        List<Place> codeReferences) {

    /** One place. */
    public record Place(String featureName, String filePath, int lineNumber, String permalink) {}

    /** The same in short. */
    public record Count(
            String repositoryUrl, int count, String lastSuccessfulRepositoryScannedAt, String lastFeatureFoundAt) {}

    /** By every repository that speaks or spoke of the feature, in the order of their addresses. */
    public static List<CodeReferencesView> of(Project project, Feature feature) {
        return project.reports().repositories().values().stream()
                .flatMap(repository -> repository.of(feature.id()).stream()
                        .map(mentions -> new CodeReferencesView(
                                repository.url(),
                                repository.vcsProvider().wireName(),
                                repository.revision(),
                                WireTime.rest(repository.scannedAt()),
                                WireTime.rest(mentions.foundAt()),
                                mentions.references().stream()
                                        .map(reference -> place(repository, feature, reference))
                                        .toList())))
                .toList();
    }

    /** How often each of these does. */
    static List<Count> counts(Project project, Feature feature) {
        return project.reports().repositories().values().stream()
                .flatMap(repository -> repository.of(feature.id()).stream()
                        .map(mentions -> new Count(
                                repository.url(),
                                mentions.references().size(),
                                WireTime.rest(repository.scannedAt()),
                                WireTime.rest(mentions.foundAt()))))
                .toList();
    }

    private static Place place(Repository repository, Feature feature, CodeReference reference) {
        return new Place(
                feature.name(), reference.filePath(), reference.lineNumber(), permalink(repository, reference));
    }

    /** A path in which nothing ends or changes that of an address. */
    private static String encoded(String path) {
        return path.replace("%", "%25").replace(" ", "%20").replace("#", "%23").replace("?", "%3F");
    }

    /** The line in the revision that was scanned, at which it stays whatever comes later. */
    private static String permalink(Repository repository, CodeReference reference) {
        return switch (repository.vcsProvider()) {
            case GITHUB ->
                repository.url() + "/blob/" + repository.revision() + "/" + encoded(reference.filePath()) + "#L"
                        + reference.lineNumber();
        };
    }
}
