package dev.flagledger.query.project;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.view.environment.EnvironmentView;
import dev.flagledger.contract.view.project.ProjectDetailView;
import dev.flagledger.contract.view.project.ProjectView;
import dev.flagledger.engine.state.project.Project;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the projects that the caller may view. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {

    @GetMapping
    List<ProjectView> list(
            AccessContext access,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String uuid) {
        var id = organisation.isEmpty() ? null : number(organisation);
        return visible(access)
                .filter(project -> id == null || id.equals(BigInteger.valueOf(project.organisationId())))
                .filter(project -> uuid.isEmpty() || project.uuid().toString().equals(uuid))
                .map(ProjectView::of)
                .toList();
    }

    /** Empty if the filter is the id of no organisation. */
    private static BigInteger number(String text) {
        if (!text.matches("[+-]?\\d{1,100}")) {
            throw InvalidInput.fields(Map.of("organisation", QueryTexts.INTEGER_ID));
        }
        return new BigInteger(text);
    }

    @GetMapping("/{id}")
    ProjectDetailView retrieve(AccessContext access, @PathVariable int id) {
        return ProjectDetailView.of(access.project(id));
    }

    @GetMapping("/get-by-uuid/{uuid}")
    ProjectView retrieve(AccessContext access, @PathVariable UUID uuid) {
        var project = visible(access).filter(known -> known.uuid().equals(uuid)).findAny();
        return ProjectView.of(found(project, "Project"));
    }

    @GetMapping("/{id}/environments")
    List<EnvironmentView> environments(AccessContext access, @PathVariable int id) {
        return access.project(id, Permission.PROJECT_ADMIN).environments().values().stream()
                .map(EnvironmentView::of)
                .toList();
    }

    private static Stream<Project> visible(AccessContext access) {
        return access.installation().projects().values().stream()
                .filter(project -> access.may(Permission.VIEW_PROJECT, new Scope.OfProject(project.id())));
    }
}
