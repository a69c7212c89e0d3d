package dev.flagledger.command.transfer;

import dev.flagledger.command.feature.FeatureForm;
import dev.flagledger.contract.error.text.project.TransferTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Matches the features of a file with those of a project, by exact name. Names that differ only in case are rejected,
 * since a project cannot have both.
 */
final class FeatureNames {

    private static final int MAX = 2_000;
    private static final String FIELD = "name";

    private final Project project;
    private final Set<String> known;
    private final Set<String> used;
    private final Set<String> seen = new HashSet<>();

    FeatureNames(Project project) {
        this.project = project;
        this.known = project.features().values().stream().map(Feature::name).collect(Collectors.toSet());
        this.used = known.stream().map(FeatureNames::folded).collect(Collectors.toSet());
    }

    /**
     * Reads the name of the next feature of the file. A name that the project does not have yet must be a valid one
     * there.
     */
    String read(Form item) {
        var name = item.text(FIELD, MAX);
        if (name.isEmpty()) {
            return name;
        }
        if (!seen.add(folded(name))) {
            item.reject(FIELD, TransferTexts.NAME_TWICE);
        } else if (!known.contains(name) && used.contains(folded(name))) {
            item.reject(FIELD, TransferTexts.NAME_DIFFERS_IN_CASE);
        } else if (!known.contains(name)) {
            FeatureForm.name(item, project);
        }
        return name;
    }

    /** The number of features that the project does not have. */
    int missing(List<ImportedFeature> features) {
        return Math.toIntExact(features.stream()
                .filter(feature -> !known.contains(feature.name()))
                .count());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
