package dev.flagledger.command.invite;

import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.InviteTexts;
import dev.flagledger.engine.state.Installation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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
     * @param signUpType as in the contract: {@code INVITE_LINK} for a valid link, {@code INVITE_EMAIL} for an open invite to the
     *     address; others are refused
     * @param hash of the link
     * @throws Refusal without an invitation
     */
    public void require(Installation current, @Nullable String signUpType, @Nullable String hash, String email) {
        if (settings.required() && !current.users().isEmpty() && !isInvited(current, signUpType, hash, email)) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, InviteTexts.UNINVITED);
        }
    }

    private boolean isInvited(Installation current, @Nullable String signUpType, @Nullable String hash, String email) {
        return switch (signUpType) {
            case "INVITE_LINK" -> settings.links() && hash != null && isValidLink(current, hash);
            case "INVITE_EMAIL" ->
                current.organisations().values().stream()
                        .anyMatch(organisation ->
                                organisation.access().invitations().to(email).isPresent());
            case null, default -> false;
        };
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
