package dev.flagledger.command.access;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteEnvironment;
import dev.flagledger.api.feature.FeatureCommand.AddOwners;
import dev.flagledger.api.feature.FeatureCommand.DeleteFeature;
import dev.flagledger.api.flag.FlagCommand.RemoveSegmentOverride;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.grant.GrantCommand;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.group.GroupCommand;
import dev.flagledger.api.identity.ManagedIdentityCommand.DeleteManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.organisation.OrganisationCommand.LeaveOrganisation;
import dev.flagledger.api.project.ProjectCommand.DeleteProject;
import dev.flagledger.api.project.ProjectCommand.DeleteTag;
import dev.flagledger.api.segment.SegmentCommand.DeleteSegment;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.stream.Stream;

/** Who may send a command, as Flagsmith's documentation and {@code docs/access.md} tell it. */
record CommandRules(AccessRules rules) {

    /** Returns commands of each permission by which something is changed, for each feature and environment. */
    static List<LedgerCommand> samples(List<Integer> environments, List<Integer> features) {
        return Stream.of(
                        Stream.of(
                                new DeleteProject(Shop.PROJECT),
                                new DeleteTag(Shop.PROJECT, 1),
                                new DeleteSegment(Shop.BETA, Shop.PROJECT)),
                        features.stream()
                                .flatMap(feature -> Stream.of(
                                        new DeleteFeature(feature, Shop.PROJECT),
                                        new AddOwners(feature, Shop.PROJECT, List.of()))),
                        environments.stream()
                                .flatMap(environment -> Stream.of(
                                        new DeleteEnvironment(environment),
                                        new DeleteManagedIdentity(environment, Shop.USER_88))),
                        environments.stream()
                                .flatMap(environment ->
                                        features.stream().flatMap(feature -> ofFlag(environment, feature))))
                .<LedgerCommand>flatMap(commands -> commands)
                .toList();
    }

    private static Stream<LedgerCommand> ofFlag(int environment, int feature) {
        var flag = new FlagId(environment, feature);
        return Stream.of(
                new ToggleFeature(flag, true),
                new RemoveSegmentOverride(flag, Shop.BETA),
                new RemoveIdentityOverride(environment, Shop.USER_88, feature));
    }

    /** Whoever else is not named here is an admin of the organisation: its members, keys and roles are for them. */
    boolean maySend(GrantHolder caller, LedgerCommand command) {
        return switch (command) {
            case LeaveOrganisation leave -> caller.equals(GrantHolder.user(leave.userId()));
            // Who manages groups would otherwise gain what is granted to those that people join by themselves.
            case GroupCommand.CreateGroup create ->
                create.details().isDefault()
                        ? rules.isAdmin(caller)
                        : rules.may(caller, Permission.MANAGE_USER_GROUPS, new Scope.OfOrganisation(Shop.ORGANISATION));
            case GroupCommand.ChangeGroup _, GroupCommand.ChangeGroupAdmin _ -> rules.isAdmin(caller);
            case GroupCommand group ->
                rules.may(caller, Permission.MANAGE_GROUP, new Scope.OfGroup(Shop.ORGANISATION, group.groupId()));
            case GrantCommand grant ->
                rules.may(caller, Permission.MANAGE_GRANTS, grant.place().scope());
            case DeleteProject _ -> ofProject(caller, Permission.PROJECT_ADMIN);
            case DeleteTag _ -> ofProject(caller, Permission.MANAGE_TAGS);
            case DeleteSegment _ -> ofProject(caller, Permission.MANAGE_SEGMENTS);
            case AddOwners _ -> ofProject(caller, Permission.CREATE_FEATURE);
            case DeleteFeature delete ->
                rules.may(caller, Permission.DELETE_FEATURE, new Scope.OfFeature(Shop.PROJECT, delete.featureId()));
            case DeleteEnvironment delete ->
                rules.may(caller, Permission.ENVIRONMENT_ADMIN, new Scope.OfEnvironment(delete.environmentId()));
            case DeleteManagedIdentity delete ->
                rules.may(caller, Permission.MANAGE_IDENTITIES, new Scope.OfEnvironment(delete.environmentId()));
            case ToggleFeature toggle -> ofFlag(caller, Permission.UPDATE_FEATURE_STATE, toggle.flag());
            case RemoveSegmentOverride remove -> ofFlag(caller, Permission.MANAGE_SEGMENT_OVERRIDES, remove.flag());
            case RemoveIdentityOverride remove ->
                ofFlag(caller, Permission.UPDATE_FEATURE_STATE, new FlagId(remove.environmentId(), remove.featureId()));
            default -> rules.isAdmin(caller);
        };
    }

    /** Only admins of the organisation add or remove themselves. */
    boolean movesOneself(GrantHolder caller, LedgerCommand command) {
        return !rules.isAdmin(caller)
                && caller.kind() == GrantHolder.Kind.USER
                && switch (command) {
                    case GroupCommand.AddGroupMembers add -> add.userIds().contains(caller.id());
                    case GroupCommand.RemoveGroupMembers remove ->
                        remove.userIds().contains(caller.id());
                    default -> false;
                };
    }

    private boolean ofProject(GrantHolder caller, Permission permission) {
        return rules.may(caller, permission, new Scope.OfProject(Shop.PROJECT));
    }

    private boolean ofFlag(GrantHolder caller, Permission permission, FlagId flag) {
        return rules.may(caller, permission, new Scope.OfFlag(flag.environmentId(), flag.featureId()));
    }
}
