package dev.flagledger.command.organisation;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeMemberRole;
import dev.flagledger.api.organisation.OrganisationCommand.LeaveOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.RemoveMembers;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.access.InviteTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.ParsedBody;
import dev.flagledger.contract.view.organisation.MemberView;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change the roles of members, and remove them. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class MemberController {

    private static final int MOST = 1_000;

    /** A user in a request to remove members, and in its response. */
    record UserId(int id) {}

    @PostMapping("/users/{userId}/update-role")
    MemberView changeRole(CommandContext context, @PathVariable int id, @PathVariable int userId, Form form) {
        context.access().organisation(id, Permission.ORGANISATION_ADMIN);
        member(context, id, userId);
        var role = Role.valueOf(Fields.choice(form, "role", Role.NAMES));
        form.validate();
        context.send(new ChangeMemberRole(id, userId, role));
        return member(context, id, userId);
    }

    /** Members who are no admins can remove themselves, which Flagsmith has no route for. */
    @PostMapping("/remove-users")
    List<UserId> remove(CommandContext context, @PathVariable int id, ParsedBody body) {
        var access = context.access();
        access.organisation(id, Permission.VIEW_ORGANISATION);
        var forms = body.forms();
        if (forms.size() > MOST) {
            throw InvalidInput.whole(FieldTexts.atMostElements(MOST));
        }
        var users = forms.stream().map(form -> form.integer("id")).toList();
        var caller = context.actor().userId();
        if (caller != null && Set.of(caller).equals(Set.copyOf(users))) {
            context.send(new LeaveOrganisation(id, caller));
        } else {
            access.organisation(id, Permission.ORGANISATION_ADMIN);
            requireKnown(access, forms, users);
            context.send(new RemoveMembers(id, Set.copyOf(users)));
        }
        return users.stream().map(UserId::new).toList();
    }

    private static void requireKnown(AccessContext access, List<Form> forms, List<Integer> users) {
        for (int index = 0; index < users.size(); index++) {
            int user = users.get(index);
            var form = forms.get(index);
            if (form.has("id") && access.installation().user(user).isEmpty()) {
                form.reject("id", InviteTexts.noSuchUser(user));
            }
        }
        ParsedBody.validate(forms);
    }

    private static MemberView member(CommandContext context, int id, int userId) {
        var organisation = AccessContext.found(context.installation().organisation(id), "Organisation");
        return AccessContext.found(MemberView.of(organisation, context.installation(), userId), "FFAdminUser");
    }
}
