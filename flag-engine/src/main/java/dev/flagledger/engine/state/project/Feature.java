package dev.flagledger.engine.state.project;

import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** A feature of a project. Name, initial value and default are immutable; {@code options} are by id. */
public record Feature(
        int id,
        UUID uuid,
        int projectId,
        String name,
        FeatureType type,
        @Nullable String initialValue,
        boolean defaultEnabled,
        Instant createdAt,
        FeatureDetails details,
        List<Integer> owners,
        List<Integer> groupOwners,
        PSortedMap<Integer, MultivariateOption> options) {

    static Feature of(FeatureCreated e, Instant at) {
        PSortedMap<Integer, MultivariateOption> options = TreePMap.empty();
        for (var option : e.options()) {
            options = options.plus(option.id(), option);
        }
        return new Feature(
                e.featureId(),
                e.uuid(),
                e.projectId(),
                e.name(),
                e.type(),
                e.initialValue(),
                e.defaultEnabled(),
                at,
                e.details(),
                e.owners(),
                List.of(),
                options);
    }

    Feature with(FeatureDetails changed) {
        return copy(type, changed, owners, groupOwners, options);
    }

    Feature with(FeatureType changed) {
        return copy(changed, details, owners, groupOwners, options);
    }

    Feature ownedBy(List<Integer> changed) {
        return copy(type, details, changed, groupOwners, options);
    }

    Feature ownedByGroups(List<Integer> changed) {
        return copy(type, details, owners, changed, options);
    }

    Feature with(MultivariateOption option) {
        return copy(FeatureType.MULTIVARIATE, details, owners, groupOwners, options.plus(option.id(), option));
    }

    /** Removes an option. Without options the feature is no longer multivariate. */
    Feature withoutOption(int optionId) {
        var rest = options.minus(optionId);
        return copy(rest.isEmpty() ? FeatureType.STANDARD : type, details, owners, groupOwners, rest);
    }

    /** Retains these tags only. */
    Feature retaining(Set<Integer> tagIds) {
        var known = details.tags().stream().filter(tagIds::contains).toList();
        return known.size() == details.tags().size()
                ? this
                : with(new FeatureDetails(
                        details.description(), details.archived(), details.serverKeyOnly(), known, details.metadata()));
    }

    /** Retains these groups only as owners. */
    Feature retainingGroups(Set<Integer> groupIds) {
        return groupIds.containsAll(groupOwners)
                ? this
                : ownedByGroups(groupOwners.stream().filter(groupIds::contains).toList());
    }

    private Feature copy(
            FeatureType newType,
            FeatureDetails newDetails,
            List<Integer> newOwners,
            List<Integer> newGroupOwners,
            PSortedMap<Integer, MultivariateOption> newOptions) {
        return new Feature(
                id,
                uuid,
                projectId,
                name,
                newType,
                initialValue,
                defaultEnabled,
                createdAt,
                newDetails,
                newOwners,
                newGroupOwners,
                newOptions);
    }
}
