package dev.flagledger.command.feature;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.feature.FeatureCommand.AddOption;
import dev.flagledger.api.feature.FeatureCommand.ChangeOption;
import dev.flagledger.api.feature.FeatureCommand.RemoveOption;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.contract.view.feature.OptionView;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add, change and remove multivariate options. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/features/{featureId}/mv-options")
class OptionController {

    private final Ids ids;

    OptionController(Ids ids) {
        this.ids = ids;
    }

    /** The body may name another feature of the project, and then the option is added to that one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OptionView add(CommandContext context, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        var project = project(context, projectId);
        int named = named(form, project, feature(project, featureId));
        var requested = OptionForm.change(form, OptionForm.blank());
        form.validate();
        int id = ids.next(Ids.Kind.OPTION);
        context.send(new AddOption(named, projectId, OptionForm.withId(id, requested)));
        return view(context, projectId, named, id);
    }

    /** No field is required, so PUT and PATCH are the same. */
    @PutMapping("/{id}")
    OptionView replace(
            CommandContext context,
            @PathVariable int projectId,
            @PathVariable int featureId,
            @PathVariable int id,
            Form form) {
        return change(context, projectId, featureId, id, form);
    }

    @PatchMapping("/{id}")
    OptionView change(
            CommandContext context,
            @PathVariable int projectId,
            @PathVariable int featureId,
            @PathVariable int id,
            Form form) {
        var project = project(context, projectId);
        var feature = feature(project, featureId);
        var current = option(feature, id);
        named(form, project, feature);
        var requested = OptionForm.change(form, current);
        form.validate();
        context.send(new ChangeOption(featureId, projectId, new Edit<>(current, requested)));
        return view(context, projectId, featureId, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            CommandContext context, @PathVariable int projectId, @PathVariable int featureId, @PathVariable int id) {
        option(feature(project(context, projectId), featureId), id);
        context.send(new RemoveOption(featureId, projectId, id));
    }

    private static Project project(CommandContext context, int projectId) {
        return context.access().project(projectId, Permission.CREATE_FEATURE);
    }

    private static int named(Form form, Project project, Feature fallback) {
        return IdFields.optional(form, "feature", project.features()::containsKey)
                .orElse(fallback.id());
    }

    private static Feature feature(Project project, int id) {
        return AccessContext.found(Optional.ofNullable(project.features().get(id)), "Feature");
    }

    private static MultivariateOption option(Feature feature, int id) {
        return AccessContext.found(Optional.ofNullable(feature.options().get(id)), "MultivariateFeatureOption");
    }

    private static OptionView view(CommandContext context, int projectId, int featureId, int id) {
        var feature = feature(AccessContext.found(context.installation().project(projectId), "Project"), featureId);
        return OptionView.of(option(feature, id), feature.id());
    }
}
