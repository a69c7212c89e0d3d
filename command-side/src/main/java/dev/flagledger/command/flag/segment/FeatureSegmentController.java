package dev.flagledger.command.flag.segment;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.RemoveSegmentOverride;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.error.text.project.OverrideTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.flag.FeatureSegmentView;
import dev.flagledger.engine.state.flag.SegmentPlace;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.installation.id.Ids;
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

/** Endpoints that create feature segments, and delete them with their overrides. */
@RestController
@RequestMapping("/api/v1/features/feature-segments")
class FeatureSegmentController {

    private static final String ENVIRONMENT = "environment";

    private final Ids ids;

    FeatureSegmentController(Ids ids) {
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FeatureSegmentView.Written post(CommandContext context, Form form) {
        var access = context.access();
        var environment = OverrideRules.environment(access, form, ENVIRONMENT);
        var project = found(access.installation().project(environment.projectId()), "Project");
        int feature = OverrideRules.knownId(form, "feature", project.features());
        int segment = OverrideRules.knownId(form, "segment", project.segments());
        form.validate();
        OverrideRules.requireUsable(form, project.segment(segment), feature);
        if (OverrideRules.exceedsLimit(environment, 1)) {
            form.reject(ENVIRONMENT, OverrideTexts.FULL);
        }
        form.validate();
        int id = ids.next(Ids.Kind.FEATURE_SEGMENT);
        var flag = environment.flag(feature).id();
        context.send(new PlaceSegment(flag, segment, id, UUID.randomUUID(), null));
        return written(place(context.access(), id));
    }

    /** The body may be the one that was read, which omits the feature. Feature and segment cannot change. */
    @PutMapping("/{id}")
    FeatureSegmentView.Written put(CommandContext context, @PathVariable int id, Form form) {
        form.integer("segment");
        form.integer(ENVIRONMENT);
        return patch(context, id, form);
    }

    @PatchMapping("/{id}")
    FeatureSegmentView.Written patch(CommandContext context, @PathVariable int id, Form form) {
        var found = managed(context, id);
        var flag = found.value().flag().id();
        echoed(form, "feature", flag.featureId());
        echoed(form, "segment", found.value().override().segmentId());
        echoed(form, ENVIRONMENT, flag.environmentId());
        form.validate();
        return written(found);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id) {
        var place = managed(context, id).value();
        context.send(
                new RemoveSegmentOverride(place.flag().id(), place.override().segmentId()));
    }

    private static Found<SegmentPlace> managed(CommandContext context, int id) {
        var access = context.access();
        var found = place(access, id);
        access.require(
                Permission.MANAGE_SEGMENT_OVERRIDES,
                new Scope.OfFlag(found.environment().id(), found.value().flag().featureId()));
        return found;
    }

    private static Found<SegmentPlace> place(AccessContext access, int id) {
        return found(new StateLocator(access).place(place -> place.id() == id), "FeatureSegment");
    }

    private static void echoed(Form form, String field, int id) {
        if (form.integer(field, id) != id) {
            form.reject(field, FlagTexts.fixedPlace(field));
        }
    }

    private static FeatureSegmentView.Written written(Found<SegmentPlace> found) {
        Environment environment = found.environment();
        var place = found.value();
        return FeatureSegmentView.Written.of(environment.id(), place.flag().featureId(), place.override());
    }
}
