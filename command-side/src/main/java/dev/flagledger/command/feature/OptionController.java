package dev.flagledger.command.feature;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.feature.FeatureCommand.AddOption;
import dev.flagledger.api.feature.FeatureCommand.ChangeOption;
import dev.flagledger.api.feature.FeatureCommand.RemoveOption;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.contract.view.feature.OptionView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
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

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;

    OptionController(Commands commands, Ids ids, History<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    /** The body may name another feature of the project, and then the option is added to that one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OptionView add(Attribution caller, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        var project = project(caller, projectId);
        int named = named(form, project, feature(project, featureId));
        var wanted = OptionForm.change(form, OptionForm.blank());
        form.validate();
        int id = ids.next(Ids.Kind.OPTION);
        commands.send(new AddOption(named, projectId, OptionForm.with(id, wanted)), caller);
        return view(projectId, named, id);
    }

    /** No field is required, so PUT and PATCH are the same. */
    @PutMapping("/{id}")
    OptionView replace(
            Attribution caller,
            @PathVariable int projectId,
            @PathVariable int featureId,
            @PathVariable int id,
            Form form) {
        return change(caller, projectId, featureId, id, form);
    }

    @PatchMapping("/{id}")
    OptionView change(
            Attribution caller,
            @PathVariable int projectId,
            @PathVariable int featureId,
            @PathVariable int id,
            Form form) {
        var project = project(caller, projectId);
        var feature = feature(project, featureId);
        var now = option(feature, id);
        named(form, project, feature);
        var wanted = OptionForm.change(form, now);
        form.validate();
        commands.send(new ChangeOption(featureId, projectId, new Edit<>(now, wanted)), caller);
        return view(projectId, featureId, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Attribution caller, @PathVariable int projectId, @PathVariable int featureId, @PathVariable int id) {
        option(feature(project(caller, projectId), featureId), id);
        commands.send(new RemoveOption(featureId, projectId, id), caller);
    }

    private Project project(Attribution caller, int projectId) {
        return new AccessContext(fold.state(), caller.actor()).project(projectId, Permission.CREATE_FEATURE);
    }

    private static int named(Form form, Project project, Feature otherwise) {
        return IdFields.optional(form, "feature", project.features()::containsKey)
                .orElse(otherwise.id());
    }

    private static Feature feature(Project project, int id) {
        return AccessContext.found(Optional.ofNullable(project.features().get(id)), "Feature");
    }

    private static MultivariateOption option(Feature feature, int id) {
        return AccessContext.found(Optional.ofNullable(feature.options().get(id)), "MultivariateFeatureOption");
    }

    private OptionView view(int projectId, int featureId, int id) {
        var feature = feature(AccessContext.found(fold.state().project(projectId), "Project"), featureId);
        return OptionView.of(feature, option(feature, id));
    }
}
