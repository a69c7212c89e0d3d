package dev.flagledger.query.segment;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.project.SegmentView;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import dev.flagledger.query.identity.SegmentsOfIdentity;
import dev.flagledger.query.past.TimeTravels;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the segments of the projects that the caller may view. */
@RestController
class SegmentController {

    private static final int MAX_SEARCH = 2_000;

    private final SegmentsOfIdentity memberships;

    SegmentController(SegmentsOfIdentity memberships) {
        this.memberships = memberships;
    }

    @TimeTravels
    @GetMapping("/api/v1/projects/{projectId}/segments")
    Page<SegmentView> list(AccessContext access, @PathVariable int projectId, Form query, HttpServletRequest request) {
        var project = access.project(projectId, Permission.VIEW_PROJECT);
        var filter = filter(project, query);
        query.validate();
        var segments = project.segments().values().stream().filter(filter).toList();
        return PageRequest.sized(request)
                .of(segments)
                .map(segment -> SegmentView.of(access.installation(), project, segment));
    }

    @TimeTravels
    @GetMapping("/api/v1/projects/{projectId}/segments/{segmentId}")
    SegmentView retrieve(AccessContext access, @PathVariable int projectId, @PathVariable int segmentId) {
        var project = access.project(projectId, Permission.VIEW_PROJECT);
        return SegmentView.of(
                access.installation(),
                project,
                found(Optional.ofNullable(project.segments().get(segmentId)), "Segment"));
    }

    @GetMapping("/api/v1/segments/get-by-uuid/{uuid}")
    SegmentView retrieve(AccessContext access, @PathVariable UUID uuid) {
        var view = access.installation().projects().values().stream()
                .filter(project -> access.may(Permission.VIEW_PROJECT, new Scope.OfProject(project.id())))
                .flatMap(project -> byUuid(access, project, uuid))
                .findAny();
        return found(view, "Segment");
    }

    /** The features with an override for the segment. */
    @GetMapping("/api/v1/projects/{projectId}/segments/{segmentId}/associated-features")
    Page<AssociatedFeature> associated(
            AccessContext access,
            @PathVariable int projectId,
            @PathVariable int segmentId,
            Form query,
            HttpServletRequest request) {
        var project = access.project(projectId, Permission.MANAGE_SEGMENTS);
        found(Optional.ofNullable(project.segments().get(segmentId)), "Segment");
        var environment = query.integerOrNull("environment", null);
        query.validate();
        return PageRequest.sized(request)
                .of(AssociatedFeature.of(project, segmentId).stream()
                        .filter(found -> environment == null || found.environment() == environment)
                        .toList());
    }

    private Predicate<Segment> filter(Project project, Form query) {
        var part = query.textOrBlank("q", MAX_SEARCH, "").toLowerCase(Locale.ROOT);
        boolean ofFeatures = query.bool("include_feature_specific", true);
        var identity = query.integerOrNull("identity", null);
        var its = identity == null ? Set.<Integer>of() : memberships.of(project, identity);
        return segment -> segment.name().toLowerCase(Locale.ROOT).contains(part)
                && (ofFeatures || segment.definition().featureId() == null)
                && (identity == null || its.contains(segment.id()));
    }

    private static Stream<SegmentView> byUuid(AccessContext access, Project project, UUID uuid) {
        return project.segments().values().stream()
                .filter(segment -> segment.uuid().equals(uuid))
                .map(segment -> SegmentView.of(access.installation(), project, segment));
    }
}
