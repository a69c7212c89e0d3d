package dev.flagledger.installation.identity.log;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.IdentityCommand.ChangeTrait;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.CreateTrait;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.IdentityCommand.OfTraits;
import dev.flagledger.api.identity.IdentityCommand.RemoveTrait;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.api.identity.Trait;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Decides commands about identities. Pure functions. */
final class IdentityDecisions {

    private IdentityDecisions() {}

    static IdentityCreated decide(CreateIdentity command) {
        return new IdentityCreated(
                command.environmentId(), command.identityId(), command.identifier(), command.traits());
    }

    /**
     * Decides a command about an existing identity; empty if nothing changes.
     *
     * @throws Rejected if the command is invalid in this state
     */
    static Optional<IdentityEvent> decide(IdentityState state, IdentityCommand command) {
        return switch (command) {
            case CreateIdentity _ -> throw new Rejected(new Rejection.Taken(Claim.Kind.IDENTIFIER));
            case RenameIdentity c when c.identifier().equals(state.identifier()) -> Optional.empty();
            case RenameIdentity c ->
                Optional.of(new IdentityRenamed(c.environmentId(), c.identityId(), c.identifier()));
            case OfTraits c -> traits(state, c).map(IdentityEvent.class::cast);
            case DeleteIdentity c -> Optional.of(new IdentityDeleted(c.environmentId(), c.identityId()));
        };
    }

    /** Decides a change of traits, like {@link #decide(IdentityState, IdentityCommand)}. */
    static Optional<TraitsChanged> traits(IdentityState state, OfTraits command) {
        return switch (command) {
            case ChangeTraits c -> changed(state, change(state, c.set()), removed(state, c.removed()));
            case IncrementTrait c -> changed(state, change(state, List.of(incremented(state, c))), List.of());
            case CreateTrait c -> {
                requireNew(state, c.trait().key());
                yield changed(state, List.of(c.trait()), List.of());
            }
            case ChangeTrait c -> edited(state, c.edit());
            case RemoveTrait c ->
                changed(state, List.of(), List.of(known(state, c.traitId()).key()));
        };
    }

    private static Optional<TraitsChanged> changed(IdentityState state, List<Trait> set, List<String> removed) {
        return set.isEmpty() && removed.isEmpty()
                ? Optional.empty()
                : Optional.of(new TraitsChanged(state.environmentId(), state.id(), set, removed));
    }

    /** Returns the new and changed traits, with the ids of existing keys. */
    private static List<Trait> change(IdentityState state, List<Trait> set) {
        return set.stream()
                .map(trait -> state.trait(trait.key())
                        .map(known -> new Trait(known.id(), trait.key(), trait.type(), trait.value()))
                        .orElse(trait))
                .filter(trait -> !state.traits().contains(trait))
                .toList();
    }

    private static List<String> removed(IdentityState state, List<String> keys) {
        return keys.stream().filter(key -> state.trait(key).isPresent()).toList();
    }

    /** Returns the incremented trait. */
    private static Trait incremented(IdentityState state, IncrementTrait command) {
        var found = state.trait(command.key());
        if (found.isEmpty()) {
            return new Trait(command.traitId(), command.key(), Trait.Type.INT, Integer.toString(command.by()));
        }
        var known = found.get();
        if (known.type() != Trait.Type.INT || known.value() == null) {
            throw new Rejected(new Rejection.Invalid(Rule.TRAIT_TYPE));
        }
        var sum = new BigInteger(known.value()).add(BigInteger.valueOf(command.by()));
        if (sum.bitLength() >= Integer.SIZE) {
            throw new Rejected(new Rejection.Invalid(Rule.TRAIT_RANGE));
        }
        return new Trait(known.id(), known.key(), Trait.Type.INT, sum.toString());
    }

    /** Merges an edit into the current trait. Of concurrent edits of value or type, the later one wins. */
    private static Optional<TraitsChanged> edited(IdentityState state, Edit<Trait> edit) {
        var now = known(state, edit.wanted().id());
        var seen = edit.seen();
        var wanted = edit.wanted();
        var key = wanted.key().equals(seen.key()) ? now.key() : wanted.key();
        boolean sameValue = wanted.equals(new Trait(wanted.id(), wanted.key(), seen.type(), seen.value()));
        var from = sameValue ? now : wanted;
        var changed = new Trait(now.id(), key, from.type(), from.value());
        if (changed.equals(now)) {
            return Optional.empty();
        }
        if (key.equals(now.key())) {
            return changed(state, List.of(changed), List.of());
        }
        requireNew(state, key);
        return changed(state, List.of(changed), List.of(now.key()));
    }

    private static Trait known(IdentityState state, int id) {
        return state.traits().stream()
                .filter(trait -> trait.id() == id)
                .findAny()
                .orElseThrow(() -> new Rejected(new Rejection.Missing("Trait")));
    }

    private static void requireNew(IdentityState state, String key) {
        if (state.trait(key).isPresent()) {
            throw new Rejected(new Rejection.Invalid(Rule.TRAIT_KEY));
        }
    }
}
