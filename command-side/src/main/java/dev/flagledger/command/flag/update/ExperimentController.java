package dev.flagledger.command.flag.update;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change a flag by the name of its feature: the default and segment overrides in one request. */
@RestController
@RequestMapping("/api/experiments/environments/{apiKey}")
class ExperimentController {

    private final StateChanges states;
    private final OverridePlan overrides;

    ExperimentController(StateChanges states, OverridePlan overrides) {
        this.states = states;
        this.overrides = overrides;
    }

    /** Changes the default, or the override for one segment. */
    @PostMapping("/update-flag-v1")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void one(CommandContext context, @PathVariable String apiKey, Form form) {
        var where = open(context, apiKey, Permission.UPDATE_FEATURE_STATE);
        var reference = ExperimentForm.feature(form);
        var requested = ExperimentForm.state(form);
        var segment = ExperimentForm.segment(form, where.project());
        var priority = NestedForms.optional(form, "segment").flatMap(OverrideRules::priority);
        form.validate();
        var override = segment.map(id -> new OverrideRequest(id, priority.orElse(null), requested));
        update(
                context,
                where,
                reference.resolve(where.project()),
                override.isPresent() ? Optional.empty() : Optional.of(requested),
                override.map(List::of).orElse(List.of()));
    }

    /** Changes the default and segment overrides; overrides that are not listed stay. */
    @PostMapping("/update-flag-v2")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void several(CommandContext context, @PathVariable String apiKey, Form form) {
        var where = open(context, apiKey, Permission.UPDATE_FEATURE_STATE);
        var reference = ExperimentForm.feature(form);
        var environmentDefault =
                NestedForms.required(form, "environment_default").map(ExperimentForm::state);
        var requested = ExperimentForm.overrides(form, where.project());
        form.validate();
        update(context, where, reference.resolve(where.project()), environmentDefault, requested);
    }

    @PostMapping("/delete-segment-override")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable String apiKey, Form form) {
        var where = open(context, apiKey, Permission.MANAGE_SEGMENT_OVERRIDES);
        var reference = ExperimentForm.feature(form);
        var segment = NestedForms.required(form, "segment").map(sent -> sent.integer("id"));
        form.validate();
        var flag = where.environment().flag(reference.resolve(where.project()).id());
        int segmentId = segment.orElse(0);
        if (!flag.segments().containsKey(segmentId)) {
            throw Refusal.detail(HttpStatus.NOT_FOUND, FlagTexts.noOverride(segmentId));
        }
        context.send(FlagUpdates.removal(where.environment(), flag, segmentId));
    }

    private void update(
            CommandContext context,
            Place where,
            Feature feature,
            Optional<StateRequest> environmentDefault,
            List<OverrideRequest> segments) {
        environmentDefault.ifPresent(requested -> ExperimentForm.requireValidShares(requested, feature));
        segments.forEach(override -> ExperimentForm.requireValidShares(override.state(), feature));
        NewOverrides.require(where.project(), where.environment(), feature, segments);
        var flag = where.environment().flag(feature.id());
        var current = flag.environmentDefault().setting();
        var change = environmentDefault
                .map(requested -> states.change(requested, current))
                .orElse(null);
        var fallback = new Setting(false, current.value());
        var changes = overrides.of(flag, segments, fallback, false);
        context.send(FlagUpdates.of(where.environment(), new UpdateFlag(flag.id(), change, changes)));
    }

    /** Refused where changes require approval. */
    private static Place open(CommandContext context, String apiKey, Permission permission) {
        var access = context.access();
        var environment = access.within(apiKey, permission);
        if (environment.settings().minimumChangeRequestApprovals() != null) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, FlagTexts.EXPERIMENT_CHANGE_REQUESTS);
        }
        return new Place(found(access.installation().project(environment.projectId()), "Project"), environment);
    }

    private record Place(Project project, Environment environment) {}
}
