package dev.flagledger.query.feature;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.engine.lifecycle.Stage;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Selects the features of a project that match a query, in one pass.
 *
 * @param environment the environment of the query, if it names one
 * @param now the time at which lifecycle stages are determined
 */
record FeatureSelection(Project project, @Nullable Environment environment, FeatureQuery query, Instant now) {

    List<Feature> features() {
        return project.features().values().stream()
                .filter(this::contains)
                .sorted(overriddenFirst().thenComparing(order()))
                .toList();
    }

    boolean contains(Feature feature) {
        return feature.name().toLowerCase(Locale.ROOT).contains(query.search())
                && hasTags(feature.details().tags())
                && (query.archived() == null
                        || query.archived() == feature.details().archived())
                && (query.type() == null || query.type() == feature.type())
                && isOwned(feature)
                && (environment == null || isThere(feature, environment.flags().get(feature.id())));
    }

    /** The feature's lifecycle stage. */
    Stage stage(Feature feature) {
        return Stage.of(project, feature, now);
    }

    private boolean isOwned(Feature feature) {
        return (query.owners().isEmpty() && query.groupOwners().isEmpty())
                || feature.owners().stream().anyMatch(query.owners()::contains)
                || feature.groupOwners().stream().anyMatch(query.groupOwners()::contains);
    }

    private boolean hasTags(List<Integer> tags) {
        var requested = query.tags();
        if (requested == null) {
            return true;
        }
        if (requested.isEmpty()) {
            return tags.isEmpty();
        }
        return query.anyTag() ? tags.stream().anyMatch(requested::contains) : tags.containsAll(requested);
    }

    private boolean isThere(Feature feature, @Nullable Flag flag) {
        return (query.enabled() == null
                        || (flag != null
                                && query.enabled() == flag.environmentDefault().enabled()))
                && (query.value() == null
                        || (flag != null && hasValue(flag.environmentDefault().value(), query.value())))
                && (query.stage() == null || query.stage() == stage(feature));
    }

    private static boolean hasValue(FeatureValue value, String search) {
        return switch (value.type()) {
            case UNICODE ->
                value.text() != null && value.text().toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
            case INT, BOOL -> Objects.toString(value.plain()).equalsIgnoreCase(search);
        };
    }

    private Comparator<Feature> order() {
        Comparator<Feature> order = query.byName()
                ? Comparator.comparing(Feature::name, String.CASE_INSENSITIVE_ORDER)
                : Comparator.comparing(Feature::createdAt);
        var total = order.thenComparingInt(Feature::id);
        return query.descending() ? total.reversed() : total;
    }

    private Comparator<Feature> overriddenFirst() {
        return Comparator.comparing(feature -> !overridden(feature));
    }

    private boolean overridden(Feature feature) {
        var flag = environment == null ? null : environment.flags().get(feature.id());
        if (flag == null) {
            return false;
        }
        return (query.segment() != null && flag.stateOfSegment(query.segment()).isPresent())
                || (query.identity() != null && flag.identities().containsKey(query.identity()));
    }
}
