package dev.flagledger.query.sdk.identities;

import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.platform.identity.CurrentIdentity;
import dev.flagledger.query.sdk.flags.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Decides what of an application's words counts for its answer, and what is kept of them. */
@Component
public final class Meeting {

    private final Acquaintances acquaintances;
    private final NotRecorded notRecorded;

    Meeting(Acquaintances acquaintances, NotRecorded notRecorded) {
        this.acquaintances = acquaintances;
        this.notRecorded = notRecorded;
    }

    /** Somebody of whom nothing new is said; made known. */
    public Met named(Visitor visitor, String identifier, HttpServletRequest request, HttpServletResponse response) {
        return of(visitor, new Said(identifier, false, List.of()), request, response);
    }

    /**
     * Whom the application means, with all that counts; made known unless it is only meant in passing. While the database
     * cannot be used, with what this node remembers, and a header of the answer says so.
     */
    public Met of(Visitor visitor, Said words, HttpServletRequest request, HttpServletResponse response) {
        var said = visitor.maySetTraits() ? words : words.withoutTraits();
        var identifier = said.identifier();
        if (identifier == null) {
            return Met.stranger(Names.of(said.traits()), said.traits());
        }
        int environment = visitor.environment().id();
        try {
            return met(environment, identifier, said, () -> visitor.attribution(request));
        } catch (RuntimeException e) {
            notRecorded.tell(e, response);
            return metInPassing(acquaintances.remembered(environment, identifier), identifier, said);
        }
    }

    private Met met(int environment, String identifier, Said said, Supplier<Attribution> by) {
        if (said.passing()) {
            return metInPassing(acquaintances.named(environment, identifier), identifier, said);
        }
        var lasting = said.traits().stream().filter(trait -> !trait.passing()).toList();
        var passing = said.traits().stream().filter(SaidTrait::passing).toList();
        return Met.known(acquaintances.keep(environment, identifier, lasting, by))
                .with(passing);
    }

    private static Met metInPassing(Optional<CurrentIdentity> kept, String identifier, Said said) {
        return kept.map(known -> Met.known(known).with(said.traits()))
                .orElseGet(() -> Met.stranger(identifier, said.traits()));
    }
}
