package dev.flagledger.command.invite.rule;

import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.InviteTexts;
import dev.flagledger.engine.state.Installation;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Refuses registrations of people who are not invited, if the operator wants that. The first user is never refused. */
@Component
public class InvitedOnly {

    private final InviteSettings settings;
    private final InviteHashes hashes;
    private final Clock clock;

    InvitedOnly(InviteSettings settings, InviteHashes hashes, Clock clock) {
        this.settings = settings;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Requires an invitation if the operator does. The answer does not depend on whether there is an account with the address.
     *
     * @param claim {@code INVITE_LINK} with a valid link, or {@code INVITE_EMAIL} with an open invite to the address; others are refused
     * @throws Refusal without an invitation
     */
    public void require(Installation current, SignUpClaim claim, String email) {
        refuseUnless(current, isInvited(current, claim, email));
    }

    /**
     * The same for somebody who has proved that the address is theirs: an open invite to it suffices, as in Flagsmith, whatever they
     * claim.
     *
     * @throws Refusal without an invitation
     */
    public void requireOfOwner(Installation current, SignUpClaim claim, String email) {
        refuseUnless(current, hasInvite(current, email) || isInvited(current, claim, email));
    }

    private void refuseUnless(Installation current, boolean invited) {
        if (settings.required() && !current.users().isEmpty() && !invited) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, InviteTexts.UNINVITED);
        }
    }

    private boolean isInvited(Installation current, SignUpClaim claim, String email) {
        return switch (claim.type()) {
            case INVITE_LINK -> settings.links() && claim.hash() != null && isValidLink(current, claim.hash());
            case INVITE_EMAIL -> hasInvite(current, email);
            case NO_INVITE -> false;
        };
    }

    private static boolean hasInvite(Installation current, String email) {
        return current.organisations().values().stream()
                .anyMatch(organisation ->
                        organisation.access().invitations().to(email).isPresent());
    }

    private boolean isValidLink(Installation current, String hash) {
        return hashes.find(InviteHashes.Kind.LINK, hash)
                .flatMap(id -> current.organisations().values().stream()
                        .flatMap(organisation -> organisation.access().invitations().links().values().stream())
                        .filter(link -> link.id() == id)
                        .findAny())
                .filter(link -> !link.hasExpired(clock.instant()))
                .isPresent();
    }
}
