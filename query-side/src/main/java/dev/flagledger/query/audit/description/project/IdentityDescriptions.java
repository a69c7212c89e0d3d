package dev.flagledger.query.audit.description.project;

import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.contract.view.audit.field.TraitField;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is told of identities beside the contract's lines: their traits. The previous values are in the log of identities, of which the
 * state here has nothing.
 */
public final class IdentityDescriptions {

    private IdentityDescriptions() {}

    public static Optional<EventDescription> of(ManagedIdentityEvent event) {
        return switch (event) {
            case ManagedTraitsChanged e ->
                Optional.of(EventDescription.of(
                        e.subject(),
                        Erasing.TOMBSTONE,
                        naming -> EventDescription.of(EventTexts.traitsChanged(e.identityId()), changes(e, naming))));
            case ManagedIdentityCreated _,
                    ManagedIdentityRenamed _,
                    ManagedIdentityDeleted _,
                    IdentityOverrideCreated _,
                    IdentityOverrideUpdated _,
                    IdentityOverrideRemoved _ -> Optional.empty();
        };
    }

    private static List<FieldChange> changes(ManagedTraitsChanged event, UnaryOperator<String> naming) {
        var set = event.set().stream().map(trait -> {
            var value = trait.plain();
            return TraitField.change(trait.key(), null, value == null ? null : named(value, naming));
        });
        var removed = event.removed().stream().map(key -> TraitField.change(key, null, null));
        return Stream.concat(set, removed).toList();
    }

    /** The value with its type, or the text that replaces it. */
    private static Object named(Object value, UnaryOperator<String> naming) {
        var text = value.toString();
        var shown = naming.apply(text);
        return shown.equals(text) ? value : shown;
    }
}
