package dev.flagledger.command.flag.state;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.form.IdentityField;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.form.StateForm.Style;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.flag.SegmentPlace;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.installation.id.Ids;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Creates feature states for feature segments and identities that have none. Defaults always exist. */
@Component
final class StateCreation {

    private static final String PLACE = "feature_segment";

    private final Ids ids;
    private final StateForm states;
    private final IdentityField identities;

    StateCreation(Ids ids, StateForm states, IdentityField identities) {
        this.ids = ids;
        this.states = states;
        this.identities = identities;
    }

    /** Creates a state in plain notation, which cannot name an identity, and returns its id. */
    int create(CommandContext context, AccessContext access, Found<Feature> target, Form form) {
        var place = place(access, target, form);
        var setting = states.start(form, Style.PLAIN, target.value());
        return send(context, place, setting);
    }

    /** Creates a state in typed notation, which can name an identity, and returns its id. */
    int createTyped(CommandContext context, AccessContext access, Found<Feature> target, Form form) {
        if (!IdentityField.isPresentIn(form)) {
            var place = place(access, target, form);
            return send(context, place, states.start(form, Style.TYPED, target.value()));
        }
        int environment = target.environment().id();
        var identity = identities.read(form, environment);
        var setting = states.start(form, Style.TYPED, target.value());
        int id = ids.next(Ids.Kind.FEATURE_STATE);
        identity.ifPresent(known -> context.send(new OverrideForIdentity(
                environment, known.id(), known.identifier(), target.value().id(), id, UUID.randomUUID(), setting)));
        return id;
    }

    private int send(CommandContext context, Optional<SegmentPlace> place, Setting setting) {
        if (place.isEmpty()) {
            throw new Rejected(new Rejection.Overridden());
        }
        var override = place.get().override();
        int id = ids.next(Ids.Kind.FEATURE_STATE);
        var overrideIds =
                new OverrideIds(id, UUID.randomUUID(), override.featureSegmentId(), override.featureSegmentUuid());
        var flag = place.get().flag().id();
        context.send(new OverrideForSegment(flag, override.segmentId(), overrideIds, null, setting));
        return id;
    }

    private static Optional<SegmentPlace> place(AccessContext access, Found<Feature> target, Form form) {
        var id = form.integerOrNull(PLACE, null);
        if (id == null) {
            return Optional.empty();
        }
        var found = new StateLocator(access).place(place -> place.id() == id);
        var here = found.filter(place ->
                        place.environment().id() == target.environment().id())
                .map(Found::value)
                .filter(place -> place.flag().featureId() == target.value().id());
        if (found.isEmpty()) {
            form.reject(PLACE, FieldTexts.noSuchObject(id));
        } else if (here.isEmpty()) {
            form.reject(FieldTexts.NON_FIELD_ERRORS, FlagTexts.FOREIGN_PLACE);
        }
        return here;
    }
}
