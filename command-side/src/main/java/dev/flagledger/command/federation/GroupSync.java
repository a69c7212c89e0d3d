package dev.flagledger.command.federation;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.group.GroupCommand.AddGroupMembers;
import dev.flagledger.api.group.GroupCommand.CreateGroup;
import dev.flagledger.api.group.GroupCommand.RemoveGroupMembers;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.group.Group;
import dev.flagledger.installation.id.Ids;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lets members join the groups of an organisation that they are in at an identity provider, and leave the others. Groups belong together by their
 * external id; those without one are left alone.
 */
@Component
class GroupSync {

    private final Ids ids;

    GroupSync(Ids ids) {
        this.ids = ids;
    }

    /**
     * Compares a member's groups.
     *
     * @param external the external ids of the member's groups
     * @param rule which groups the provider decides about
     */
    void sync(CommandContext context, int organisation, int user, Set<String> external, GroupRule rule) {
        makeMissing(context, organisation, external, rule);
        groups(context, organisation).forEach(group -> {
            var id = group.details().externalId();
            if (id == null || !rule.compared().test(id)) {
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

    private void makeMissing(CommandContext context, int organisation, Set<String> external, GroupRule rule) {
        var known = groups(context, organisation)
                .map(group -> String.valueOf(group.details().externalId()))
                .collect(Collectors.toSet());
        external.stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .forEach(id -> rule.named().apply(id).ifPresent(name -> make(context, organisation, id, name)));
    }

    private void make(CommandContext context, int organisation, String external, String name) {
        try {
            var details = new GroupDetails(name, false, external);
            context.by(Actor.SYSTEM).send(new CreateGroup(organisation, ids.next(Ids.Kind.GROUP), details));
        } catch (Rejected e) {
            // Another login has made it at the same time.
            if (!e.rejection().equals(new Rejection.Invalid(Rule.EXTERNAL_GROUP))) {
                throw e;
            }
        }
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
