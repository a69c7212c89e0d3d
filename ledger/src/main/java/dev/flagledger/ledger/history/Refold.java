package dev.flagledger.ledger.history;

import dev.flagledger.ledger.history.checkpoint.Parts;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The comparison of a state with a fold of the log from its beginning, without any checkpoint.
 *
 * @param position the position of the state
 * @param differing the projects that differ, by id; {@link Parts#REST} for what belongs to none. Empty if the states are equal
 */
public record Refold(long position, Set<Integer> differing) {

    static <S> Refold of(long position, S live, S folded, Optional<Parts<S>> parts) {
        return new Refold(
                position,
                parts.map(known -> differing(live, folded, known))
                        .orElseGet(() -> live.equals(folded) ? Set.of() : Set.of(Parts.REST)));
    }

    private static <S> Set<Integer> differing(S live, S folded, Parts<S> parts) {
        var here = parts.of(live);
        var there = parts.of(folded);
        var differing = new TreeSet<Integer>();
        for (int part : here) {
            var one = Set.of(part);
            if (!there.contains(part) || !parts.cut(live, one).equals(parts.cut(folded, one))) {
                differing.add(part);
            }
        }
        there.stream().filter(part -> !here.contains(part)).forEach(differing::add);
        return differing;
    }
}
