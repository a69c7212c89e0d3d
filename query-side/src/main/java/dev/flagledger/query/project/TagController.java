package dev.flagledger.query.project;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.project.TagView;
import dev.flagledger.engine.state.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the tags of a project. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/tags")
class TagController {

    @GetMapping
    Page<TagView> list(AccessContext access, @PathVariable int projectId, HttpServletRequest request) {
        var tags = project(access, projectId, Permission.VIEW_PROJECT).tags().values();
        return PageRequest.fixed(request).of(List.copyOf(tags)).map(tag -> TagView.of(projectId, tag));
    }

    @GetMapping("/{id}")
    TagView retrieve(AccessContext access, @PathVariable int projectId, @PathVariable int id) {
        var project = project(access, projectId, Permission.MANAGE_TAGS);
        return TagView.of(projectId, found(Optional.ofNullable(project.tags().get(id)), "Tag"));
    }

    @GetMapping("/get-by-uuid/{uuid}")
    TagView retrieve(AccessContext access, @PathVariable int projectId, @PathVariable UUID uuid) {
        var tag = project(access, projectId, Permission.VIEW_PROJECT).tags().values().stream()
                .filter(known -> known.uuid().equals(uuid))
                .findAny();
        return TagView.of(projectId, found(tag, "Tag"));
    }

    /** Unlike on other routes, a project that does not exist is not found instead of forbidden. */
    private static Project project(AccessContext access, int id, Permission permission) {
        found(access.installation().project(id), "Project");
        return access.project(id, permission);
    }
}
