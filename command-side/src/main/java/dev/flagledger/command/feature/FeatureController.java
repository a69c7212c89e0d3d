package dev.flagledger.command.feature;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureCommand.DeleteFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.OptionChanges;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.feature.FeatureInEnvironment;
import dev.flagledger.contract.view.feature.FeatureView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete features. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/features")
class FeatureController {

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;

    FeatureController(Commands commands, Ids ids, History<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FeatureView create(Attribution caller, @PathVariable int projectId, Form form) {
        var access = new AccessContext(fold.state(), caller.actor());
        var project = access.project(projectId, Permission.CREATE_FEATURE);
        var actor = caller.actor();
        var creator = actor.kind() == Actor.Kind.USER && actor.id() != null ? List.of(actor.id()) : List.<Integer>of();
        var options = Objects.requireNonNullElse(FeatureForm.options(form, null), List.<MultivariateOption>of());
        var type = Objects.requireNonNullElse(FeatureForm.type(form), FeatureType.STANDARD);
        var wanted = new CreateFeature(
                0,
                UUID.randomUUID(),
                projectId,
                FeatureForm.name(form, project),
                options.isEmpty() ? type : FeatureType.MULTIVARIATE,
                FeatureForm.initialValue(form),
                form.bool("default_enabled", false),
                FeatureForm.details(form, access.installation(), project, FeatureDetails.NONE),
                FeatureForm.owners(form, access.installation(), project, creator),
                options);
        form.validate();
        FeatureForm.checkShares(options);
        int id = ids.next(Ids.Kind.FEATURE);
        commands.send(wanted.with(id, identified(options)), caller);
        return FeatureView.created(fold.state(), feature(projectId, id));
    }

    /** No field is required, so PUT and PATCH are the same. */
    @PutMapping("/{featureId}")
    FeatureView replace(Attribution caller, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        return change(caller, projectId, featureId, form);
    }

    @PatchMapping("/{featureId}")
    FeatureView change(Attribution caller, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        var access = new AccessContext(fold.state(), caller.actor());
        var project = access.project(projectId, Permission.CREATE_FEATURE);
        var now = feature(project, featureId);
        var details = FeatureForm.details(form, access.installation(), project, now.details());
        var options = FeatureForm.options(form, now);
        var type = FeatureForm.type(form);
        form.validate();
        FeatureForm.checkShares(options == null ? List.of() : options);
        commands.send(
                new ChangeFeature(
                        featureId,
                        projectId,
                        new Edit<>(now.details(), details),
                        type,
                        options == null
                                ? OptionChanges.NONE
                                : OptionChanges.between(now.options().values(), identified(options))),
                caller);
        return FeatureView.of(fold.state(), feature(projectId, featureId), FeatureInEnvironment.NONE);
    }

    @DeleteMapping("/{featureId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Attribution caller, @PathVariable int projectId, @PathVariable int featureId) {
        feature(
                new AccessContext(fold.state(), caller.actor()).project(projectId, Permission.DELETE_FEATURE),
                featureId);
        commands.send(new DeleteFeature(featureId, projectId), caller);
    }

    private List<MultivariateOption> identified(List<MultivariateOption> options) {
        var drawn = ids.many(Ids.Kind.OPTION, (int)
                options.stream().filter(option -> option.id() == 0).count());
        return options.stream()
                .map(option -> option.id() == 0 ? OptionForm.with(drawn.next(), option) : option)
                .toList();
    }

    private static Feature feature(Project project, int id) {
        return AccessContext.found(Optional.ofNullable(project.features().get(id)), "Feature");
    }

    private Feature feature(int projectId, int id) {
        return feature(AccessContext.found(fold.state().project(projectId), "Project"), id);
    }
}
