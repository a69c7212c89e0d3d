package dev.flagledger.query.audit.row;

import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.engine.state.Installation;
import java.util.List;

/**
 * The organisations whose administrators may see an event that may concern several: of an account, those of its user, or of somebody who
 * was invited; of an export, those whose events it has.
 *
 * @param organisations empty for other events, and for users who are in none
 */
record EventAudience(List<Integer> organisations) {

    static EventAudience of(Installation before, LedgerEvent event, Installation after) {
        return new EventAudience(
                switch (event) {
                    case UserErased erased -> erased.organisations();
                    case InvitedPersonErased erased -> erased.organisations();
                    case EventsExported exported -> exported.organisations();
                    case UserEvent account -> organisationsOf(account.userId(), before, after);
                    default -> List.of();
                });
    }

    /** The scope, within the organisation if there is one: most users are in one, so that it finds their events among its own. */
    EventScope within(EventScope scope) {
        return organisations.size() == 1
                ? new EventScope(organisations.getFirst(), scope.projectId(), scope.environmentId(), scope.object())
                : scope;
    }

    /** The organisations if there are several, which the scope cannot name. */
    List<Integer> several() {
        return organisations.size() == 1 ? List.of() : organisations;
    }

    /** Those of a new user only the later state has. */
    private static List<Integer> organisationsOf(int userId, Installation before, Installation after) {
        return (before.user(userId).isPresent() ? before : after).organisationsOf(userId);
    }
}
