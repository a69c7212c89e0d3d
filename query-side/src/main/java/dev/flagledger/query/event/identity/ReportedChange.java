package dev.flagledger.query.event.identity;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.installation.identity.log.IdentityStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What applications reported of an identity, in words and in fields. The field of a trait is {@code traits.} and its key. */
record ReportedChange(long sequence, Instant at, String type, String summary, List<FieldChange> difference) {

    private static final EventCatalogue CATALOGUE = new EventCatalogue();

    static ReportedChange of(IdentityStep step) {
        return new ReportedChange(
                step.sequence(),
                step.at(),
                CATALOGUE.nameOf(step.event().getClass()).orElseThrow(),
                summary(step),
                changes(step.before(), step.after()));
    }

    private static String summary(IdentityStep step) {
        var name = step.before().or(step::after).map(IdentityState::identifier).orElse("");
        return switch (step.event()) {
            case IdentityCreated _ -> AuditedKind.IDENTITY.created(name);
            case IdentityRenamed _ -> AuditedKind.IDENTITY.updated(name);
            case TraitsChanged _ -> EventTexts.traitsReported(name);
            case IdentityDeleted _ -> AuditedKind.IDENTITY.deleted(name);
        };
    }

    private static List<FieldChange> changes(Optional<IdentityState> before, Optional<IdentityState> after) {
        var identifier = new FieldChange(
                "identifier",
                before.map(IdentityState::identifier).orElse(null),
                after.map(IdentityState::identifier).orElse(null));
        var traits = Stream.of(before, after)
                .flatMap(state -> state.stream().flatMap(known -> known.traits().stream()))
                .map(Trait::key)
                .distinct()
                .sorted()
                .map(key -> new FieldChange("traits." + key, value(before, key), value(after, key)));
        return FieldChange.differing(
                Stream.concat(Stream.of(identifier), traits).toArray(FieldChange[]::new));
    }

    private static @Nullable Object value(Optional<IdentityState> state, String key) {
        return state.flatMap(known -> known.trait(key)).map(Trait::plain).orElse(null);
    }
}
