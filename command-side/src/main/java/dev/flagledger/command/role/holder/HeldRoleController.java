package dev.flagledger.command.role.holder;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.role.RoleCommand.RemoveHolder;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.role.RoleObjects;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that take a role from a holder who is named in the path. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}")
class HeldRoleController {

    @DeleteMapping("/users/{userId}/roles/{roleId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ofUser(
            CommandContext context,
            @PathVariable int organisationId,
            @PathVariable int userId,
            @PathVariable int roleId) {
        remove(context, organisationId, roleId, GrantHolder.user(userId));
    }

    @DeleteMapping("/groups/{groupId}/roles/{roleId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ofGroup(
            CommandContext context,
            @PathVariable int organisationId,
            @PathVariable int groupId,
            @PathVariable int roleId) {
        remove(context, organisationId, roleId, GrantHolder.group(groupId));
    }

    @DeleteMapping({
        "/master-api-keys/{prefix}/roles/{roleId}",
        "/master-api-keys/{prefix}/roles/{roleId}/detach-roles-from-master-api-key"
    })
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ofApiKey(
            CommandContext context,
            @PathVariable int organisationId,
            @PathVariable String prefix,
            @PathVariable int roleId) {
        var organisation = context.access().organisation(organisationId, Permission.ORGANISATION_ADMIN);
        var issued = found(organisation.keyOfPrefix(prefix), "MasterAPIKey");
        remove(context, organisationId, roleId, GrantHolder.apiKey(issued.key().id()));
    }

    private static void remove(CommandContext context, int organisationId, int roleId, GrantHolder holder) {
        var holding = RoleObjects.role(context, organisationId, roleId).holders().entrySet().stream()
                .filter(any -> any.getValue().equals(holder))
                .map(Map.Entry::getKey)
                .findAny();
        context.send(new RemoveHolder(organisationId, roleId, found(holding, "Role")));
    }
}
