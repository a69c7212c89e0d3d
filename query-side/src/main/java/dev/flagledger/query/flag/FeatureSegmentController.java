package dev.flagledger.query.flag;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.flag.FeatureSegmentView;
import dev.flagledger.engine.state.flag.SegmentPlace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the bindings of segment overrides, with their priorities. */
@RestController
@RequestMapping("/api/v1/features/feature-segments")
class FeatureSegmentController {

    /** Empty for a flag that the caller may not view. */
    @GetMapping
    Page<FeatureSegmentView> list(AccessContext access, Form query, HttpServletRequest request) {
        int environment = query.integer("environment");
        int feature = query.integer("feature");
        query.validate();
        var places = access.installation().projectOfEnvironment(environment).stream()
                .filter(project -> access.may(Permission.VIEW_PROJECT, new Scope.OfProject(project.id())))
                .flatMap(project -> Stream.ofNullable(
                                project.environment(environment).flags().get(feature))
                        .flatMap(flag -> flag.order().inOrder().stream())
                        .map(place -> FeatureSegmentView.of(project, environment, place)))
                .toList();
        return PageRequest.fixed(request).of(places);
    }

    @GetMapping("/{id}")
    FeatureSegmentView retrieve(AccessContext access, @PathVariable int id) {
        var found = found(new StateLocator(access).place(place -> place.id() == id), "FeatureSegment");
        access.require(
                Permission.MANAGE_SEGMENT_OVERRIDES,
                new Scope.OfFlag(found.environment().id(), found.value().flag().featureId()));
        return view(found);
    }

    @GetMapping("/get-by-uuid/{uuid}")
    FeatureSegmentView retrieve(AccessContext access, @PathVariable UUID uuid) {
        return view(found(
                new StateLocator(access)
                        .place(place -> place.override().featureSegmentUuid().equals(uuid)),
                "FeatureSegment"));
    }

    private static FeatureSegmentView view(Found<SegmentPlace> found) {
        return FeatureSegmentView.of(
                found.project(), found.environment().id(), found.value().override());
    }
}
