package dev.flagledger.ledger.command;

import dev.flagledger.api.Claim;
import dev.flagledger.ledger.retention.Pruning;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Prunes claimed names whose scope has ended. Their owners ended with it, without a command that released each name. */
public final class AbandonedNames {

    private AbandonedNames() {}

    /**
     * The rule by which such names are deleted.
     *
     * @param what names them in the server's log
     * @param kept how long they stay claimed after the end; zero for ever
     * @param object the kind of object that ended, such as {@code project}
     * @param scopes by kind of name, a regular expression of PostgreSQL whose group is the id of the object in the scope of the
     *     name; a name with another scope is not in such an object
     */
    public static Pruning pruning(String what, Duration kept, String object, Map<Claim.Kind, String> scopes) {
        var patterns = scopes.entrySet().stream()
                .map(scope -> "('" + scope.getKey().name() + "', '" + scope.getValue() + "')")
                .sorted()
                .collect(Collectors.joining(", "));
        return new Pruning(what, kept, """
                with over as (
                    delete from ledger.claimed_name where claimed_name.owner = any (array(
                        select name.owner from ledger.claimed_name name
                        join (values %s) as scopes (kind, pattern) on scopes.kind = name.kind
                        join ledger.ended on ended.thing = '%s:' || substring(name.scope from scopes.pattern)
                        where ended.ended_at < :before
                        limit :most))
                    returning claimed_name.owner)
                select count(distinct over.owner) from over""".formatted(patterns, object));
    }
}
