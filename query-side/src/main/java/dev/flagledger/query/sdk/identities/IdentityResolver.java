package dev.flagledger.query.sdk.identities;

import dev.flagledger.ledger.database.DatabaseTrouble;
import dev.flagledger.query.past.PastIdentities;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.registry.CachedIdentity;
import dev.flagledger.query.sdk.identities.registry.IdentityDelta;
import dev.flagledger.query.sdk.identities.registry.IdentityRegistrar;
import dev.flagledger.query.sdk.identities.registry.SdkCaller;
import dev.flagledger.query.sdk.identities.request.GeneratedIdentifiers;
import dev.flagledger.query.sdk.identities.request.IdentityRequest;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Resolves a request to the identity to evaluate, and records what is not transient. */
@Component
public final class IdentityResolver {

    private final IdentityRegistrar registrar;
    private final PastIdentities past;
    private final NotRecorded notRecorded;

    IdentityResolver(IdentityRegistrar registrar, PastIdentities past, NotRecorded notRecorded) {
        this.registrar = registrar;
        this.past = past;
        this.notRecorded = notRecorded;
    }

    /**
     * Returns the identity without reported traits, and creates it if it does not exist; as of an instant, it is not
     * created.
     */
    public ResolvedIdentity named(
            SdkRequest sdk, String identifier, HttpServletRequest request, HttpServletResponse response) {
        var asOf = sdk.asOf();
        if (asOf != null) {
            return past.named(sdk.environment(), identifier, asOf)
                    .map(ResolvedIdentity::past)
                    .orElseGet(() -> ResolvedIdentity.unrecorded(identifier, List.of()));
        }
        return of(sdk, new IdentityRequest(identifier, false, List.of()), request, response);
    }

    /**
     * Returns the requested identity with its recorded and transient traits; records it unless it is transient. While the database
     * is unavailable, uses what this node has cached, and sets a response header.
     */
    public ResolvedIdentity of(
            SdkRequest sdk, IdentityRequest received, HttpServletRequest request, HttpServletResponse response) {
        var reported = received.permittedTo(sdk);
        var identifier = reported.identifier();
        if (identifier == null) {
            return ResolvedIdentity.unrecorded(GeneratedIdentifiers.of(reported.traits()), reported.traits());
        }
        var caller = new SdkCaller(sdk, request);
        try {
            return resolved(caller, identifier, reported);
        } catch (RuntimeException e) {
            var known = registrar.lastKnown(caller.environmentId(), identifier);
            if (DatabaseTrouble.of(e).isPresent() && known.isPresent() && isRecorded(reported, known.get())) {
                return ResolvedIdentity.recorded(known.get()).with(transientTraits(reported));
            }
            notRecorded.report(e, response);
            return transientIdentity(known, identifier, reported);
        }
    }

    private ResolvedIdentity resolved(SdkCaller caller, String identifier, IdentityRequest reported) {
        return reported.isTransient()
                ? transientIdentity(registrar.named(caller, identifier), identifier, reported)
                : ResolvedIdentity.recorded(registrar.keep(caller, identifier, traitsToRecord(reported)))
                        .with(transientTraits(reported));
    }

    private static boolean isRecorded(IdentityRequest reported, CachedIdentity known) {
        return IdentityDelta.between(traitsToRecord(reported), known.state()).isNone();
    }

    /** Returns the traits to record. */
    private static List<TraitInput> traitsToRecord(IdentityRequest reported) {
        return reported.isTransient()
                ? List.of()
                : reported.traits().stream()
                        .filter(trait -> !trait.isTransient())
                        .toList();
    }

    /** Returns the transient traits. */
    private static List<TraitInput> transientTraits(IdentityRequest reported) {
        return reported.isTransient()
                ? reported.traits()
                : reported.traits().stream().filter(TraitInput::isTransient).toList();
    }

    private static ResolvedIdentity transientIdentity(
            Optional<CachedIdentity> kept, String identifier, IdentityRequest reported) {
        return kept.map(known -> ResolvedIdentity.recorded(known).with(reported.traits()))
                .orElseGet(() -> ResolvedIdentity.unrecorded(identifier, reported.traits()));
    }
}
