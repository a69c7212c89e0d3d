package dev.flagledger.command.transfer;

import dev.flagledger.command.feature.FeatureForm;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Project;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which of a file's features a project has. They are matched by their exact names, although no two may differ in case
 * alone.
 */
final class FeatureNames {

    private static final int MAX = 2_000;
    private static final String FIELD = "name";

    private final Project project;
    private final Set<String> known;
    private final Set<String> taken;
    private final Set<String> seen = new HashSet<>();

    FeatureNames(Project project) {
        this.project = project;
        this.known = project.features().values().stream().map(Feature::name).collect(Collectors.toSet());
        this.taken = known.stream().map(FeatureNames::folded).collect(Collectors.toSet());
    }

    /** The name of the file's next feature. Of one that the project lacks it must be a name that the project takes. */
    String read(Form item) {
        var name = item.text(FIELD, MAX);
        if (name.isEmpty()) {
            return name;
        }
        if (!seen.add(folded(name))) {
            item.reject(FIELD, "The file has another feature of this name.");
        } else if (!known.contains(name) && taken.contains(folded(name))) {
            item.reject(FIELD, "The project has a feature whose name differs from this in case alone.");
        } else if (!known.contains(name)) {
            FeatureForm.name(item, project);
        }
        return name;
    }

    /** How many of these the project lacks. */
    int missing(List<ImportedFeature> features) {
        return Math.toIntExact(features.stream()
                .filter(feature -> !known.contains(feature.name()))
                .count());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
