package dev.flagledger.command.identity;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.IdentityTraits;
import dev.flagledger.api.identity.Trait;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The traits of one identity, and what becomes of them. */
final class OwnTraits {

    private static final Rejection TWICE =
            new Rejection.Invalid("non_field_errors", "The fields trait_key, identity must make a unique set.");

    private final Map<String, Trait> byKey = new HashMap<>();

    /** What is set and what is taken away. */
    record Change(List<Trait> set, List<String> removed) {

        boolean isNone() {
            return set.isEmpty() && removed.isEmpty();
        }
    }

    void evolve(TraitsChanged event) {
        event.removed().forEach(byKey::remove);
        event.set().forEach(trait -> byKey.put(trait.key(), trait));
    }

    Change change(List<Trait> set, List<String> removed) {
        var news = set.stream()
                .map(trait -> {
                    var known = byKey.get(trait.key());
                    return known == null ? trait : new Trait(known.id(), trait.key(), trait.type(), trait.value());
                })
                .filter(trait -> !trait.equals(byKey.get(trait.key())))
                .toList();
        return new Change(news, removed.stream().filter(byKey::containsKey).toList());
    }

    IdentityTraits all() {
        return new IdentityTraits(byKey.values().stream()
                .sorted(Comparator.comparingInt(Trait::id))
                .toList());
    }

    /** The trait that a number is added to, with what it comes to. */
    Trait increment(IncrementTrait command) {
        var known = byKey.get(command.key());
        if (known == null) {
            return new Trait(command.traitId(), command.key(), Trait.Type.INT, Integer.toString(command.by()));
        }
        if (known.type() != Trait.Type.INT || known.value() == null) {
            throw new Rejected(new Rejection.Refused("Trait is not an integer."));
        }
        var sum = new BigInteger(known.value()).add(BigInteger.valueOf(command.by()));
        if (sum.bitLength() >= Integer.SIZE) {
            throw new Rejected(new Rejection.Refused("Trait would be out of range."));
        }
        return new Trait(known.id(), known.key(), Trait.Type.INT, sum.toString());
    }

    Change create(Trait trait) {
        requireNew(trait.key());
        return new Change(List.of(trait), List.of());
    }

    /** Of two edits at once that give the trait a value, the later counts, with the type that it brings. */
    Change edit(Edit<Trait> edit) {
        var now = known(edit.wanted().id());
        var seen = edit.seen();
        var wanted = edit.wanted();
        var key = wanted.key().equals(seen.key()) ? now.key() : wanted.key();
        boolean sameValue = wanted.equals(new Trait(wanted.id(), wanted.key(), seen.type(), seen.value()));
        var from = sameValue ? now : wanted;
        var changed = new Trait(now.id(), key, from.type(), from.value());
        if (changed.equals(now)) {
            return new Change(List.of(), List.of());
        }
        if (key.equals(now.key())) {
            return new Change(List.of(changed), List.of());
        }
        requireNew(key);
        return new Change(List.of(changed), List.of(now.key()));
    }

    Change remove(int id) {
        return new Change(List.of(), List.of(known(id).key()));
    }

    private Trait known(int id) {
        return byKey.values().stream()
                .filter(trait -> trait.id() == id)
                .findAny()
                .orElseThrow(() -> new Rejected(new Rejection.Missing("Trait")));
    }

    private void requireNew(String key) {
        if (byKey.containsKey(key)) {
            throw new Rejected(TWICE);
        }
    }
}
