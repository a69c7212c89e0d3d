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
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.feature.FeatureInEnvironment;
import dev.flagledger.contract.view.feature.FeatureView;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
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

    private final Ids ids;

    FeatureController(Ids ids) {
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FeatureView create(CommandContext context, @PathVariable int projectId, Form form) {
        var access = context.access();
        var project = access.project(projectId, Permission.CREATE_FEATURE);
        var actor = context.actor();
        var creator = actor.kind() == Actor.Kind.USER && actor.id() != null ? List.of(actor.id()) : List.<Integer>of();
        var options = Objects.requireNonNullElse(FeatureForm.options(form, null), List.<MultivariateOption>of());
        var type = Objects.requireNonNullElse(FeatureForm.type(form), FeatureType.STANDARD);
        var requested = new CreateFeature(
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
        context.send(requested.with(id, identified(options)));
        return FeatureView.created(context.installation(), feature(context, projectId, id));
    }

    /** No field is required, so PUT and PATCH are the same. */
    @PutMapping("/{featureId}")
    FeatureView replace(CommandContext context, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        return change(context, projectId, featureId, form);
    }

    @PatchMapping("/{featureId}")
    FeatureView change(CommandContext context, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        var access = context.access();
        var project = access.project(projectId, Permission.CREATE_FEATURE);
        var current = feature(project, featureId);
        var details = FeatureForm.details(form, access.installation(), project, current.details());
        var options = FeatureForm.options(form, current);
        var type = FeatureForm.type(form);
        form.validate();
        FeatureForm.checkShares(options == null ? List.of() : options);
        context.send(new ChangeFeature(
                featureId,
                projectId,
                new Edit<>(current.details(), details),
                type,
                options == null
                        ? OptionChanges.NONE
                        : OptionComparison.between(current.options().values(), identified(options))));
        return FeatureView.of(
                context.installation(), feature(context, projectId, featureId), FeatureInEnvironment.NONE);
    }

    @DeleteMapping("/{featureId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int projectId, @PathVariable int featureId) {
        feature(context.access().project(projectId, Permission.DELETE_FEATURE), featureId);
        context.send(new DeleteFeature(featureId, projectId));
    }

    private List<MultivariateOption> identified(List<MultivariateOption> options) {
        var allocated = ids.many(Ids.Kind.OPTION, (int)
                options.stream().filter(option -> option.id() == 0).count());
        return options.stream()
                .map(option -> option.id() == 0 ? OptionForm.withId(allocated.next(), option) : option)
                .toList();
    }

    private static Feature feature(Project project, int id) {
        return AccessContext.found(Optional.ofNullable(project.features().get(id)), "Feature");
    }

    private static Feature feature(CommandContext context, int projectId, int id) {
        return feature(AccessContext.found(context.installation().project(projectId), "Project"), id);
    }
}
