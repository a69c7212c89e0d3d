package dev.flagledger.command.flag.segment;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.DirectWrites;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.form.StateForm.Style;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.contract.view.flag.SegmentOverrideView;
import dev.flagledger.engine.state.flag.FlagState;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that creates a segment override together with its feature segment. */
@RestController
class SegmentOverrideController {

    private final StateForm states;
    private final StateChanges changes;

    SegmentOverrideController(StateForm states, StateChanges changes) {
        this.states = states;
        this.changes = changes;
    }

    @PostMapping("/api/v1/environments/{apiKey}/features/{featureId}/create-segment-override")
    @ResponseStatus(HttpStatus.CREATED)
    SegmentOverrideView create(
            CommandContext context, @PathVariable String apiKey, @PathVariable int featureId, Form form) {
        var access = open(context, apiKey, featureId);
        var requested = read(form, access);
        OverrideRules.requireRoom(access.environment(), 1);
        var flag = access.flag();
        var last = flag.segments().containsKey(requested.segmentId())
                ? flag.order().next()
                : null;
        context.send(new OverrideForSegment(
                flag.id(),
                requested.segmentId(),
                changes.idsOfOverride(),
                requested.priority().orElse(last),
                requested.setting()));
        return view(context, access.environment().id(), featureId, requested.segmentId());
    }

    private static AccessibleFlag open(CommandContext context, String apiKey, int featureId) {
        var access = context.access();
        var environment = access.environment(apiKey, Permission.MANAGE_SEGMENT_OVERRIDES);
        var project = found(access.installation().project(environment.projectId()), "Project");
        DirectWrites.requireAllowed(environment);
        var feature = found(Optional.ofNullable(project.features().get(featureId)), "Feature");
        return new AccessibleFlag(project, environment, feature);
    }

    /** @param priority empty if omitted */
    private record Asked(int segmentId, Optional<Integer> priority, Setting setting) {}

    private Asked read(Form form, AccessibleFlag access) {
        var segments = access.project().segments();
        var place = NestedForms.required(form, "feature_segment");
        int segmentId = place.map(segment -> OverrideRules.knownId(segment, "segment", segments))
                .orElse(0);
        var priority = place.flatMap(OverrideRules::priority);
        if (!form.has("feature_state_value")) {
            form.reject("feature_state_value", FieldTexts.REQUIRED);
        }
        var setting = states.start(form, Style.TYPED, access.feature());
        OverrideRules.requireUsable(
                form, access.project().segment(segmentId), access.feature().id());
        form.validate();
        return new Asked(segmentId, priority, setting);
    }

    private static SegmentOverrideView view(CommandContext context, int environmentId, int featureId, int segmentId) {
        var environment = found(context.installation().environment(environmentId), "Environment");
        var flag = found(Optional.ofNullable(environment.flags().get(featureId)), "Feature");
        var override = found(Optional.ofNullable(flag.segments().get(segmentId)), "FeatureSegment");
        return SegmentOverrideView.of(found(FlagState.of(flag, override), "FeatureState"));
    }
}
