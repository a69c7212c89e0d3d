package dev.flagledger.command.group;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.group.GroupCommand.ChangeGroup;
import dev.flagledger.api.group.GroupCommand.CreateGroup;
import dev.flagledger.api.group.GroupCommand.DeleteGroup;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.grant.GroupView;
import dev.flagledger.engine.state.organisation.group.Group;
import dev.flagledger.installation.id.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete groups. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/groups")
class GroupController {

    private final Ids ids;

    GroupController(Ids ids) {
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    GroupView create(CommandContext context, @PathVariable int id, Form form) {
        context.access().require(Permission.MANAGE_USER_GROUPS, new Scope.OfOrganisation(id));
        var details = GroupForm.create(form);
        int group = ids.next(Ids.Kind.GROUP);
        context.send(new CreateGroup(id, group, details));
        return view(context, id, group);
    }

    @PutMapping("/{groupId}")
    GroupView replace(CommandContext context, @PathVariable int id, @PathVariable int groupId, Form form) {
        administered(context, id, groupId);
        GroupForm.requireName(form);
        return change(context, id, groupId, form);
    }

    @PatchMapping("/{groupId}")
    GroupView change(CommandContext context, @PathVariable int id, @PathVariable int groupId, Form form) {
        var current = administered(context, id, groupId).details();
        context.send(new ChangeGroup(id, groupId, new Edit<>(current, GroupForm.change(form, current))));
        return view(context, id, groupId);
    }

    @DeleteMapping("/{groupId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id, @PathVariable int groupId) {
        administered(context, id, groupId);
        context.send(new DeleteGroup(id, groupId));
    }

    /** A group that the caller may not manage is missing. */
    static Group administered(CommandContext context, int id, int groupId) {
        var access = context.access();
        var groups =
                access.organisation(id, Permission.VIEW_ORGANISATION).access().groups();
        return found(
                groups.find(groupId).filter(_ -> access.may(Permission.MANAGE_GROUP, new Scope.OfGroup(id, groupId))),
                "UserPermissionGroup");
    }

    /** Another request may have deleted it in the meantime. */
    static GroupView view(CommandContext context, int id, int groupId) {
        var installation = context.installation();
        var group = installation
                .organisation(id)
                .flatMap(organisation -> organisation.access().groups().find(groupId));
        return GroupView.of(installation, found(group, "UserPermissionGroup"));
    }
}
