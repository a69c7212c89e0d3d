package dev.flagledger.command.feature.owner;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.feature.FeatureCommand.AddOwners;
import dev.flagledger.api.feature.FeatureCommand.RemoveOwners;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.project.FeatureTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.feature.OwnedFeatureView;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add and remove users as owners of a feature. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/features/{featureId}")
class OwnerController {

    private static final String NO_SUCH_USER = FeatureTexts.NO_SUCH_USER;

    @PostMapping("/add-owners")
    OwnedFeatureView add(CommandContext context, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        project(context, projectId, featureId);
        var users = users(context, form);
        if (!PossibleOwners.withoutAccess(context.installation(), projectId, users)
                .isEmpty()) {
            throw InvalidInput.list(NO_SUCH_USER);
        }
        context.send(new AddOwners(featureId, projectId, users));
        return view(context, projectId, featureId);
    }

    @PostMapping("/remove-owners")
    OwnedFeatureView remove(
            CommandContext context, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        var project = project(context, projectId, featureId);
        var users = users(context, form);
        context.send(
                new RemoveOwners(featureId, projectId, users, project.settings().enforceFeatureOwners()));
        return view(context, projectId, featureId);
    }

    static Project project(CommandContext context, int projectId, int featureId) {
        var project = context.access().project(projectId, Permission.CREATE_FEATURE);
        AccessContext.found(Optional.ofNullable(project.features().get(featureId)), "Feature");
        return project;
    }

    private static List<Integer> users(CommandContext context, Form form) {
        var users = Fields.integers(form, "user_ids");
        form.validate();
        if (!context.installation().users().keySet().containsAll(users)) {
            throw InvalidInput.whole(NO_SUCH_USER);
        }
        return users.stream().distinct().toList();
    }

    static OwnedFeatureView view(CommandContext context, int projectId, int featureId) {
        var installation = context.installation();
        var feature = installation
                .project(projectId)
                .flatMap(project -> Optional.ofNullable(project.features().get(featureId)));
        return OwnedFeatureView.of(installation, AccessContext.found(feature, "Feature"));
    }
}
