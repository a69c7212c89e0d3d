package dev.flagledger.query.project;

import static dev.flagledger.engine.access.Sight.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.view.environment.EnvironmentView;
import dev.flagledger.contract.view.project.ProjectDetailView;
import dev.flagledger.contract.view.project.ProjectView;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.state.Project;
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

/** The projects that the caller may view. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {

    @GetMapping
    List<ProjectView> list(
            Sight sight,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String uuid) {
        var id = organisation.isEmpty() ? null : number(organisation);
        return visible(sight)
                .filter(project -> id == null || id.equals(BigInteger.valueOf(project.organisationId())))
                .filter(project -> uuid.isEmpty() || project.uuid().toString().equals(uuid))
                .map(ProjectView::of)
                .toList();
    }

    /** Whoever asks for a number that no organisation has is told of none. */
    private static BigInteger number(String text) {
        if (!text.matches("[+-]?\\d{1,100}")) {
            throw InvalidInput.fields(Map.of("organisation", "Must be a valid integer."));
        }
        return new BigInteger(text);
    }

    @GetMapping("/{id}")
    ProjectDetailView retrieve(Sight sight, @PathVariable int id) {
        return ProjectDetailView.of(sight.project(id));
    }

    @GetMapping("/get-by-uuid/{uuid}")
    ProjectView retrieve(Sight sight, @PathVariable UUID uuid) {
        var project = visible(sight).filter(known -> known.uuid().equals(uuid)).findAny();
        return ProjectView.of(found(project, "Project"));
    }

    @GetMapping("/{id}/environments")
    List<EnvironmentView> environments(Sight sight, @PathVariable int id) {
        return sight.project(id, Permission.PROJECT_ADMIN).environments().values().stream()
                .map(EnvironmentView::of)
                .toList();
    }

    private static Stream<Project> visible(Sight sight) {
        return sight.installation().projects().values().stream()
                .filter(project -> sight.may(Permission.VIEW_PROJECT, new Scope.OfProject(project.id())));
    }
}
