package dev.flagledger.command.flag.segment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.FlagCommand.OrderSegments;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.ParsedBody;
import dev.flagledger.contract.view.flag.FeatureSegmentView;
import dev.flagledger.engine.state.flag.SegmentPlace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that reorders the segments of a flag. */
@RestController
class PriorityController {

    /** Answers in the previous order, as Flagsmith does. */
    @PostMapping("/api/v1/features/feature-segments/update-priorities")
    List<FeatureSegmentView> order(CommandContext context, ParsedBody sent) {
        var requested = requested(sent.forms());
        var access = context.access();
        var places = requested.keySet().stream()
                .map(id -> new StateLocator(access).place(place -> place.id() == id))
                .toList();
        if (places.isEmpty()) {
            return List.of();
        }
        if (!places.stream().allMatch(Optional::isPresent)) {
            throw InvalidInput.whole(FlagTexts.PLACES_NOT_FOUND);
        }
        var found = places.stream().flatMap(Optional::stream).toList();
        if (found.stream().map(place -> place.value().flag().id()).distinct().count() > 1) {
            throw InvalidInput.whole(FlagTexts.PLACES_OF_SEVERAL);
        }
        order(context, access, found, requested);
        return found.stream()
                .sorted(Comparator.comparingInt(
                        place -> place.value().override().priority()))
                .flatMap(place -> reread(context, place))
                .toList();
    }

    private static void order(
            CommandContext context,
            AccessContext access,
            List<Found<SegmentPlace>> found,
            Map<Integer, Integer> requested) {
        var flag = found.getFirst().value().flag();
        access.require(Permission.MANAGE_SEGMENT_OVERRIDES, new Scope.OfFlag(flag.environmentId(), flag.featureId()));
        var priorities = new TreeMap<Integer, Integer>();
        for (var place : found) {
            priorities.put(
                    place.value().override().segmentId(),
                    requested.getOrDefault(place.value().id(), 0));
        }
        if (!PriorityChanges.of(flag, priorities).isEmpty()) {
            context.send(new OrderSegments(flag.id(), priorities));
        }
    }

    /** Priorities by feature segment id, in the order of the request. */
    private static Map<Integer, Integer> requested(List<Form> forms) {
        var requested = new LinkedHashMap<Integer, Integer>();
        for (var form : forms) {
            int priority = form.integer("priority");
            OverrideRules.requirePriority(form, priority);
            requested.put(form.integer("id"), priority);
        }
        ParsedBody.validate(forms);
        return requested;
    }

    private static Stream<FeatureSegmentView> reread(CommandContext context, Found<SegmentPlace> place) {
        return new StateLocator(context.access())
                .place(known -> known.id() == place.value().id()).stream()
                        .map(current -> FeatureSegmentView.of(
                                current.project(),
                                current.environment().id(),
                                current.value().override()));
    }
}
