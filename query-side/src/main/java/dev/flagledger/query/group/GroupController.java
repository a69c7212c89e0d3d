package dev.flagledger.query.group;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.grant.GroupSummaryView;
import dev.flagledger.contract.view.grant.GroupView;
import dev.flagledger.engine.state.organisation.group.Group;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads groups. Their members are seen by who administers them; of the others members see the names. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/groups")
class GroupController {

    @GetMapping
    Page<GroupView> list(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        var visible = groups(access, id).stream()
                .filter(group -> access.may(Permission.MANAGE_GROUP, new Scope.OfGroup(id, group.id())))
                .toList();
        return PageRequest.fixed(request).of(visible).map(group -> GroupView.of(access.installation(), group));
    }

    @GetMapping("/{groupId}")
    GroupView retrieve(AccessContext access, @PathVariable int id, @PathVariable int groupId) {
        var visible = groups(access, id).stream()
                .filter(group -> group.id() == groupId)
                .filter(_ -> access.may(Permission.MANAGE_GROUP, new Scope.OfGroup(id, groupId)))
                .findAny();
        return GroupView.retrieved(access.installation(), found(visible, "UserPermissionGroup"));
    }

    @GetMapping("/my-groups")
    Page<GroupSummaryView> mine(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        var user = access.actor().userId();
        var own = groups(access, id).stream()
                .filter(group -> user != null && group.members().containsKey(user))
                .toList();
        return PageRequest.fixed(request).of(own).map(GroupSummaryView::of);
    }

    @GetMapping("/summaries")
    List<GroupSummaryView> summaries(AccessContext access, @PathVariable int id) {
        return groups(access, id).stream().map(GroupSummaryView::of).toList();
    }

    private static Collection<Group> groups(AccessContext access, int organisationId) {
        return access.organisation(organisationId, Permission.VIEW_ORGANISATION)
                .access()
                .groups()
                .byId()
                .values();
    }
}
