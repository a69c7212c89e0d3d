package dev.flagledger.contract.view.feature;

import dev.flagledger.api.code.CodeReference;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.report.Repository;
import java.util.List;

/**
 * The references to a feature in a code repository.
 *
 * @param codeReferences the findings of the last scan; empty if only earlier scans found references
 */
public record CodeReferencesView(
        String repositoryUrl,
        String vcsProvider,
        String revision,
        String lastSuccessfulRepositoryScannedAt,
        String lastFeatureFoundAt,
        List<Place> codeReferences) {

    /** One reference. */
    public record Place(String featureName, String filePath, int lineNumber, String permalink) {}

    /** The number of references in a repository. */
    public record Count(
            String repositoryUrl, int count, String lastSuccessfulRepositoryScannedAt, String lastFeatureFoundAt) {}

    /** One entry per repository that has or had references to the feature, ordered by URL. */
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

    /** The number of references of each entry. */
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

    /** Escapes a file path for use in a URL's path. */
    private static String encoded(String path) {
        return path.replace("%", "%25").replace(" ", "%20").replace("#", "%23").replace("?", "%3F");
    }

    /** A permanent link to the line in the scanned revision. */
    private static String permalink(Repository repository, CodeReference reference) {
        return switch (repository.vcsProvider()) {
            case GITHUB ->
                repository.url() + "/blob/" + repository.revision() + "/" + encoded(reference.filePath()) + "#L"
                        + reference.lineNumber();
        };
    }
}
