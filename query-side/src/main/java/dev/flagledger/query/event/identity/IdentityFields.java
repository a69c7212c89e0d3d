package dev.flagledger.query.event.identity;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.contract.view.audit.field.TraitField;
import dev.flagledger.installation.identity.log.IdentityState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of an identity that differ. */
final class IdentityFields {

    private IdentityFields() {}

    static List<FieldChange> changes(Optional<IdentityState> before, Optional<IdentityState> after) {
        var identifier = new FieldChange(
                "identifier",
                before.map(IdentityState::identifier).orElse(null),
                after.map(IdentityState::identifier).orElse(null));
        var traits = Stream.of(before, after)
                .flatMap(state -> state.stream().flatMap(known -> known.traits().stream()))
                .map(Trait::key)
                .distinct()
                .sorted()
                .map(key -> TraitField.change(key, value(before, key), value(after, key)));
        return FieldChange.differing(
                Stream.concat(Stream.of(identifier), traits).toArray(FieldChange[]::new));
    }

    private static @Nullable Object value(Optional<IdentityState> state, String key) {
        return state.flatMap(known -> known.trait(key)).map(Trait::plain).orElse(null);
    }
}
