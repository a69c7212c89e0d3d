package dev.flagledger.command.flag;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.command.flag.StateForm.Style;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.access.Whereabouts;
import dev.flagledger.engine.access.Whereabouts.Found;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.SegmentPlace;
import dev.flagledger.platform.command.Commands;
import dev.flagledger.platform.command.Ids;
import dev.flagledger.platform.http.Form;
import dev.flagledger.platform.log.Attribution;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the state that a segment's place is without. Every other state that could be asked for is there already. */
@Component
final class StateCreation {

    private static final String PLACE = "feature_segment";

    private final Commands commands;
    private final Ids ids;
    private final StateForm states;

    StateCreation(Commands commands, Ids ids, StateForm states) {
        this.commands = commands;
        this.ids = ids;
        this.states = states;
    }

    /** The id of the new state of this feature. */
    int create(Attribution caller, Sight sight, Found<Feature> of, Form form, Style style) {
        var place = place(sight, of, form);
        var setting = states.start(form, style, of.thing());
        if (place.isEmpty()) {
            throw new Rejected(new Rejection.Overridden());
        }
        var override = place.get().override();
        int id = ids.next(Ids.Kind.FEATURE_STATE);
        var overrideIds =
                new OverrideIds(id, UUID.randomUUID(), override.featureSegmentId(), override.featureSegmentUuid());
        var seed = place.get().flag().seed();
        commands.send(new OverrideForSegment(seed, override.segmentId(), overrideIds, null, setting), caller);
        return id;
    }

    private static Optional<SegmentPlace> place(Sight sight, Found<Feature> of, Form form) {
        var id = form.integerOrNull(PLACE, null);
        if (id == null) {
            return Optional.empty();
        }
        var found = new Whereabouts(sight).place(place -> place.id() == id);
        var here = found.filter(
                        place -> place.environment().id() == of.environment().id())
                .map(Found::thing)
                .filter(place -> place.flag().seed().featureId() == of.thing().id());
        if (found.isEmpty()) {
            form.reject(PLACE, "Invalid pk \"" + id + "\" - object does not exist.");
        } else if (here.isEmpty()) {
            form.reject(Form.WHOLE, "Feature Segment does not belong to environment.");
        }
        return here;
    }
}
