package dev.flagledger.query.sdk.identities;

import dev.flagledger.platform.log.Attribution;
import dev.flagledger.query.sdk.flags.Visitor;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Decides what of an application's words counts for its answer, and what is kept of them. */
@Component
public final class Meeting {

    private final Acquaintances acquaintances;

    Meeting(Acquaintances acquaintances) {
        this.acquaintances = acquaintances;
    }

    /** Somebody of whom nothing new is said; made known. */
    public Met named(Visitor visitor, String identifier, Supplier<Attribution> by) {
        return of(visitor, new Said(identifier, false, List.of()), by);
    }

    /** Whom the application means, with all that counts; made known unless it is only meant in passing. */
    public Met of(Visitor visitor, Said words, Supplier<Attribution> by) {
        var said = visitor.maySetTraits() ? words : words.withoutTraits();
        var identifier = said.identifier();
        if (identifier == null) {
            return Met.stranger(Names.of(said.traits()), said.traits());
        }
        int environment = visitor.environment().id();
        if (said.passing()) {
            return acquaintances
                    .named(environment, identifier)
                    .map(known -> Met.known(known).with(said.traits()))
                    .orElseGet(() -> Met.stranger(identifier, said.traits()));
        }
        var lasting = said.traits().stream().filter(trait -> !trait.passing()).toList();
        var passing = said.traits().stream().filter(SaidTrait::passing).toList();
        return Met.known(acquaintances.keep(environment, identifier, lasting, by))
                .with(passing);
    }
}
