package dev.flagledger.command.group;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.group.GroupCommand.AddGroupMembers;
import dev.flagledger.api.group.GroupCommand.ChangeGroupAdmin;
import dev.flagledger.api.group.GroupCommand.RemoveGroupMembers;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.grant.GroupView;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add members to groups, remove them, and make them admins of a group. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/groups/{groupId}")
class GroupMemberController {

    @PostMapping("/add-users")
    GroupView add(CommandContext context, @PathVariable int id, @PathVariable int groupId, Form form) {
        var users = users(context, id, groupId, form);
        context.send(new AddGroupMembers(id, groupId, users));
        return GroupController.view(context, id, groupId).withoutAdmins();
    }

    @PostMapping("/remove-users")
    GroupView remove(CommandContext context, @PathVariable int id, @PathVariable int groupId, Form form) {
        var users = users(context, id, groupId, form);
        context.send(new RemoveGroupMembers(id, groupId, users));
        return GroupController.view(context, id, groupId).withoutAdmins();
    }

    @PostMapping("/users/{userId}/make-admin")
    void promote(CommandContext context, @PathVariable int id, @PathVariable int groupId, @PathVariable int userId) {
        change(context, id, groupId, userId, true);
    }

    @PostMapping("/users/{userId}/remove-admin")
    void demote(CommandContext context, @PathVariable int id, @PathVariable int groupId, @PathVariable int userId) {
        change(context, id, groupId, userId, false);
    }

    private static List<Integer> users(CommandContext context, int id, int groupId, Form form) {
        GroupController.administered(context, id, groupId);
        return GroupForm.users(
                form,
                context.access()
                        .organisation(id, Permission.VIEW_ORGANISATION)
                        .members()
                        .keySet());
    }

    private static void change(CommandContext context, int id, int groupId, int userId, boolean admin) {
        var groups = context.access()
                .organisation(id, Permission.ORGANISATION_ADMIN)
                .access()
                .groups();
        found(groups.find(groupId), "UserPermissionGroup");
        context.send(new ChangeGroupAdmin(id, groupId, userId, admin));
    }
}
