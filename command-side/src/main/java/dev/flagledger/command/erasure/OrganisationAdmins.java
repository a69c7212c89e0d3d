package dev.flagledger.command.erasure;

import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.access.security.Caller;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.log.Attribution;
import java.util.List;
import org.axonframework.messaging.MetaData;

/** The admins of one organisation must not end what others have with a person. */
final class OrganisationAdmins {

    private OrganisationAdmins() {}

    /** Refuses a command whose sender is not an admin of all these organisations. */
    static void require(List<Integer> organisations, Installation current, MetaData sent) {
        var actor = Attribution.actorOf(sent);
        var visible = Caller.visible(current);
        if (!organisations.stream()
                .allMatch(id -> AccessPolicy.may(
                        visible, actor, Permission.ORGANISATION_ADMIN, new Scope.OfOrganisation(id)))) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }
}
