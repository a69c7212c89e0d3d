package dev.flagledger.query.sdk.identities;

import dev.flagledger.ledger.database.DatabaseTrouble;
import dev.flagledger.query.sdk.flags.SdkRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Resolves a request to the identity to evaluate, and records what is not transient. */
@Component
public final class IdentityResolver {

    private final IdentityRegistrar registrar;
    private final NotRecorded notRecorded;

    IdentityResolver(IdentityRegistrar registrar, NotRecorded notRecorded) {
        this.registrar = registrar;
        this.notRecorded = notRecorded;
    }

    /** Returns the identity without reported traits, and creates it if it does not exist. */
    public ResolvedIdentity named(
            SdkRequest sdk, String identifier, HttpServletRequest request, HttpServletResponse response) {
        return of(sdk, new IdentityRequest(identifier, false, List.of()), request, response);
    }

    /**
     * Returns the requested identity with its recorded and transient traits; records it unless it is transient. While the database
     * is unavailable, uses what this node has cached, and sets a response header.
     */
    public ResolvedIdentity of(
            SdkRequest sdk, IdentityRequest words, HttpServletRequest request, HttpServletResponse response) {
        var said = words.from(sdk);
        var identifier = said.identifier();
        if (identifier == null) {
            return ResolvedIdentity.stranger(GeneratedIdentifiers.of(said.traits()), said.traits());
        }
        var caller = new SdkCaller(sdk, request);
        try {
            return resolved(caller, identifier, said);
        } catch (RuntimeException e) {
            var known = registrar.lastKnown(caller.environmentId(), identifier);
            if (DatabaseTrouble.of(e).isPresent() && known.isPresent() && isRecorded(said, known.get())) {
                return ResolvedIdentity.known(known.get()).with(counting(said));
            }
            notRecorded.tell(e, response);
            return transientOne(known, identifier, said);
        }
    }

    private ResolvedIdentity resolved(SdkCaller caller, String identifier, IdentityRequest said) {
        return said.isTransient()
                ? transientOne(registrar.named(caller, identifier), identifier, said)
                : ResolvedIdentity.known(registrar.keep(caller, identifier, lasting(said)))
                        .with(counting(said));
    }

    private static boolean isRecorded(IdentityRequest said, CachedIdentity known) {
        return IdentityDelta.between(lasting(said), known.state()).isNone();
    }

    /** Returns the traits to record. */
    private static List<TraitInput> lasting(IdentityRequest said) {
        return said.isTransient()
                ? List.of()
                : said.traits().stream().filter(trait -> !trait.isTransient()).toList();
    }

    /** Returns the transient traits. */
    private static List<TraitInput> counting(IdentityRequest said) {
        return said.isTransient()
                ? said.traits()
                : said.traits().stream().filter(TraitInput::isTransient).toList();
    }

    private static ResolvedIdentity transientOne(
            Optional<CachedIdentity> kept, String identifier, IdentityRequest said) {
        return kept.map(known -> ResolvedIdentity.known(known).with(said.traits()))
                .orElseGet(() -> ResolvedIdentity.stranger(identifier, said.traits()));
    }
}
