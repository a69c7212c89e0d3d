package dev.flagledger.command.saml;

import dev.flagledger.api.Actor;
import dev.flagledger.api.group.GroupCommand.AddGroupMembers;
import dev.flagledger.api.group.GroupCommand.RemoveGroupMembers;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.organisation.group.Group;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets a user join the groups that an identity provider names, and leave the others that it could name. None is created. */
@Component
class GroupSync {

    /** Groups without an external id are not the identity provider's. */
    void sync(CommandContext context, int organisation, int user, Collection<String> named) {
        var server = context.by(Actor.SYSTEM);
        for (var group : groups(context, organisation)) {
            boolean joins = named.contains(group.details().externalId());
            if (joins && !group.members().containsKey(user)) {
                server.send(new AddGroupMembers(organisation, group.id(), List.of(user)));
            } else if (!joins && group.members().containsKey(user)) {
                server.send(new RemoveGroupMembers(organisation, group.id(), List.of(user)));
            }
        }
    }

    private static List<Group> groups(CommandContext context, int organisation) {
        return context.installation().organisation(organisation).stream()
                .flatMap(known -> known.access().groups().byId().values().stream())
                .filter(group -> group.details().externalId() != null)
                .toList();
    }
}
