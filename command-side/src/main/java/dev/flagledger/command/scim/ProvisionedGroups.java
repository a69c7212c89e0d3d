package dev.flagledger.command.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.group.GroupCommand.ChangeGroup;
import dev.flagledger.api.group.GroupCommand.CreateGroup;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.scim.ScimCommand.FillGroup;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.scim.GroupForm;
import dev.flagledger.contract.scim.ScimGroup;
import dev.flagledger.contract.scim.ScimUser;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.installation.id.Ids;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The groups of organisations, as their directories change them. Each change is one transaction. */
@Component
class ProvisionedGroups {

    private final Ids ids;

    ProvisionedGroups(Ids ids) {
        this.ids = ids;
    }

    /**
     * Makes a group, or changes the one that has the external id already, such as for logins by SAML.
     *
     * @throws BadRequestException if somebody in it is no user of the organisation
     */
    ScimGroup provision(CommandContext context, GroupForm sent) throws BadRequestException {
        var organisation = context.access().directed();
        var known = ScimGroup.all(organisation)
                .filter(group ->
                        !sent.externalId().isEmpty() && group.externalId().equals(sent.externalId()))
                .findAny();
        if (known.isPresent()) {
            return change(context, known.get(), sent);
        }
        var members = sent.members() == null ? Set.<Integer>of() : users(context, organisation, sent.members());
        int id = ids.next(Ids.Kind.GROUP);
        context.sendTogether(List.of(
                new CreateGroup(organisation.id(), id, details(sent, false)),
                new FillGroup(organisation.id(), id, members, Set.of())));
        return current(context, id);
    }

    /**
     * Changes a group.
     *
     * @throws BadRequestException if somebody in it is no user of the organisation
     */
    ScimGroup change(CommandContext context, ScimGroup group, GroupForm sent) throws BadRequestException {
        var organisation = group.organisation();
        int id = group.group().id();
        var details = group.group().details();
        LedgerCommand change =
                new ChangeGroup(organisation.id(), id, new Edit<>(details, details(sent, details.isDefault())));
        if (sent.members() == null) {
            context.send(change);
        } else {
            var members = users(context, organisation, sent.members());
            var before = group.members();
            context.sendTogether(List.of(
                    change, new FillGroup(organisation.id(), id, without(members, before), without(before, members))));
        }
        return current(context, id);
    }

    private static GroupDetails details(GroupForm sent, boolean isDefault) {
        return new GroupDetails(sent.displayName(), isDefault, sent.externalId().isEmpty() ? null : sent.externalId());
    }

    private static Set<Integer> users(CommandContext context, Organisation organisation, Set<String> sent)
            throws BadRequestException {
        var known = ScimUser.all(context.installation(), organisation)
                .collect(Collectors.toMap(ScimUser::id, Function.identity()));
        var users = new HashSet<Integer>();
        for (var value : sent) {
            var user = known.get(value.toLowerCase(Locale.ROOT));
            if (user == null) {
                throw BadRequestException.invalidValue(ScimTexts.noUser(value));
            }
            users.add(user.user().id());
        }
        return users;
    }

    private static Set<Integer> without(Set<Integer> some, Set<Integer> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toSet());
    }

    private static ScimGroup current(CommandContext context, int id) {
        return ScimGroup.find(context.access().directed(), Integer.toString(id))
                .orElseThrow(() -> new Rejected(new Rejection.Missing("UserPermissionGroup")));
    }
}
