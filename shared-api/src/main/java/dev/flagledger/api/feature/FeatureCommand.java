package dev.flagledger.api.feature;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands about a feature. */
public sealed interface FeatureCommand extends LedgerCommand {

    int featureId();

    int projectId();

    @Override
    default String aggregateId() {
        return streamOf(featureId());
    }

    /** Returns the stream of one feature. */
    static String streamOf(int featureId) {
        return "feature-" + featureId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfProject(projectId());
    }

    record CreateFeature(
            int featureId,
            UUID uuid,
            int projectId,
            String name,
            FeatureType type,
            @Nullable String initialValue,
            boolean defaultEnabled,
            FeatureDetails details,
            Owners owners,
            List<MultivariateOption> options)
            implements FeatureCommand, Claiming {

        /** Returns this command with ids assigned to the feature and its options. */
        public CreateFeature with(int id, List<MultivariateOption> identified) {
            return new CreateFeature(
                    id, uuid, projectId, name, type, initialValue, defaultEnabled, details, owners, identified);
        }

        @Override
        public List<Claim> claims() {
            return List.of(new Claim(
                    Claim.Kind.FEATURE_NAME,
                    Integer.toString(projectId),
                    name.toLowerCase(Locale.ROOT),
                    aggregateId()));
        }
    }

    /**
     * Creates a feature that is to be as a deleted one was.
     *
     * @param states its states in environments; in others it is as created
     * @param overrides for identities that still exist
     */
    record RestoreFeature(CreateFeature feature, List<InitialState> states, List<OverrideForIdentity> overrides)
            implements FeatureCommand, Claiming {
        @Override
        public int featureId() {
            return feature.featureId();
        }

        @Override
        public int projectId() {
            return feature.projectId();
        }

        @Override
        public List<Claim> claims() {
            return feature.claims();
        }
    }

    /**
     * Changes the mutable properties of a feature.
     *
     * @param type new type; null to keep it or derive it from the options
     * @param options changes of its options
     */
    record ChangeFeature(
            int featureId,
            int projectId,
            Edit<FeatureDetails> details,
            @Nullable FeatureType type,
            OptionChanges options)
            implements FeatureCommand {}

    /** Adds owners, by user id. */
    record AddOwners(int featureId, int projectId, List<Integer> userIds) implements FeatureCommand {}

    /**
     * Removes owners, by user id.
     *
     * @param oneMustStay whether the project requires each feature to have an owner
     */
    record RemoveOwners(int featureId, int projectId, List<Integer> userIds, boolean oneMustStay)
            implements FeatureCommand {}

    /** Adds groups as owners, by id. */
    record AddGroupOwners(int featureId, int projectId, List<Integer> groupIds) implements FeatureCommand {}

    /**
     * Removes groups from the owners, by id.
     *
     * @param oneMustStay whether the project requires each feature to have an owner
     */
    record RemoveGroupOwners(int featureId, int projectId, List<Integer> groupIds, boolean oneMustStay)
            implements FeatureCommand {}

    record AddOption(int featureId, int projectId, MultivariateOption option) implements FeatureCommand {}

    record ChangeOption(int featureId, int projectId, Edit<MultivariateOption> option) implements FeatureCommand {}

    record RemoveOption(int featureId, int projectId, int optionId) implements FeatureCommand {}

    record DeleteFeature(int featureId, int projectId) implements FeatureCommand, Releasing {
        @Override
        public Scope scope() {
            return new Scope.OfFeature(projectId, featureId);
        }
    }
}
