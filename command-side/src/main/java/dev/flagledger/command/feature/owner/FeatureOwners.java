package dev.flagledger.command.feature.owner;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.feature.FeatureCommand;
import dev.flagledger.api.feature.FeatureCommand.AddGroupOwners;
import dev.flagledger.api.feature.FeatureCommand.AddOwners;
import dev.flagledger.api.feature.FeatureCommand.RemoveGroupOwners;
import dev.flagledger.api.feature.FeatureCommand.RemoveOwners;
import java.util.List;

/** The users and the groups that own one feature, as a part of its aggregate. */
public final class FeatureOwners {

    private OwnerIds users = OwnerIds.NONE;
    private OwnerIds groups = OwnerIds.NONE;

    /** Adds users, without an event if they are owners already. */
    public void handle(AddOwners command) {
        changeUsers(command, users.plus(command.userIds()));
    }

    /**
     * Removes users, without an event if they are no owners.
     *
     * @throws Rejected if an owner must stay and none would
     */
    public void handle(RemoveOwners command, OwningGroups there) {
        requireOwner(command, command.oneMustStay(), command.userIds(), there);
        changeUsers(command, users.minus(command.userIds()));
    }

    /** Adds groups, without an event if they are owners already. */
    public void handle(AddGroupOwners command) {
        changeGroups(command, groups.plus(command.groupIds()));
    }

    /**
     * Removes groups, without an event if they are no owners.
     *
     * @throws Rejected if an owner must stay and none would
     */
    public void handle(RemoveGroupOwners command, OwningGroups there) {
        requireOwner(command, command.oneMustStay(), command.groupIds(), there);
        changeGroups(command, groups.minus(command.groupIds()));
    }

    private void changeUsers(FeatureCommand command, OwnerIds now) {
        if (!now.equals(users)) {
            apply(new OwnersChanged(command.featureId(), now.ids()));
        }
    }

    private void changeGroups(FeatureCommand command, OwnerIds now) {
        if (!now.equals(groups)) {
            apply(new GroupOwnersChanged(command.featureId(), now.ids()));
        }
    }

    /** As in Flagsmith, those to remove count even if they own nothing. */
    private void requireOwner(FeatureCommand command, boolean oneMustStay, List<Integer> removed, OwningGroups there) {
        if (oneMustStay && removed.size() >= users.ids().size() + there.count(command.projectId(), groups.ids())) {
            throw new Rejected(new Rejection.Invalid(Rule.LAST_OWNER));
        }
    }

    /** From now on these users own the feature, by id. */
    public void users(List<Integer> ids) {
        users = new OwnerIds(ids);
    }

    /** From now on these groups own the feature, by id. */
    public void groups(List<Integer> ids) {
        groups = new OwnerIds(ids);
    }
}
