package dev.flagledger.command.federation;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which groups of an organisation follow an identity provider.
 *
 * @param compared the external ids of groups that it decides about
 * @param named gives the name of a group that is made if somebody is in it at the provider and there is none with this external id;
 *     empty if none is made
 */
record GroupRule(Predicate<String> compared, Function<String, Optional<String>> named) {

    /** All groups with an external id; none is made. */
    static final GroupRule EXISTING = new GroupRule(_ -> true, _ -> Optional.empty());
}
