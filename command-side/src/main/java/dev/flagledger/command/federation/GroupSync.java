package dev.flagledger.command.federation;

import dev.flagledger.api.Actor;
import dev.flagledger.api.group.GroupCommand.AddGroupMembers;
import dev.flagledger.api.group.GroupCommand.RemoveGroupMembers;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.group.Group;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Lets members join the groups of an organisation that they are in at an identity provider, and leave the others. Groups belong together by their
 * external id; those without one are left alone, and none is made.
 */
final class GroupSync {

    private GroupSync() {}

    /**
     * Compares a member's groups.
     *
     * @param external the external ids of the member's groups
     * @param compared which external ids the provider decides about
     */
    static void sync(
            CommandContext context, int organisation, int user, Set<String> external, Predicate<String> compared) {
        groups(context, organisation).forEach(group -> {
            var id = group.details().externalId();
            if (id == null || !compared.test(id)) {
                return;
            }
            boolean isMember = group.members().containsKey(user);
            if (external.contains(id) && !isMember) {
                join(context, organisation, group, user);
            } else if (!external.contains(id) && isMember) {
                context.by(Actor.SYSTEM).send(new RemoveGroupMembers(organisation, group.id(), List.of(user)));
            }
        });
    }

    private static void join(CommandContext context, int organisation, Group group, int user) {
        context.by(Actor.SYSTEM).send(new AddGroupMembers(organisation, group.id(), List.of(user)));
    }

    private static Stream<Group> groups(CommandContext context, int organisation) {
        return context.installation().organisation(organisation).stream()
                .map(Organisation::access)
                .flatMap(access -> access.groups().byId().values().stream());
    }
}
