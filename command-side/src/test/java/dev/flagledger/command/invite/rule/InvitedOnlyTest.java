package dev.flagledger.command.invite.rule;

import static dev.flagledger.api.user.SignUpType.INVITE_EMAIL;
import static dev.flagledger.api.user.SignUpType.INVITE_LINK;
import static dev.flagledger.api.user.SignUpType.NO_INVITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkCreated;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.user.SignUpType;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Section 1.4 of the admin contract. */
class InvitedOnlyTest {

    private static final Instant NOW = Instant.parse("2031-01-02T00:00:00Z");
    private static final TestNode NODE = TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class);
    private static final InviteHashes HASHES = NODE.get(InviteHashes.class);
    private static final Installation STATE = Shop.open()
            .then(new InviteCreated(Shop.ORGANISATION, 8, 77, "bo@ex.test", Role.USER, List.of()))
            .then(new InviteLinkCreated(Shop.ORGANISATION, 9, Role.USER, NOW.plusSeconds(1)))
            .then(new InviteLinkCreated(Shop.ORGANISATION, 10, Role.USER, NOW))
            .state();

    @BeforeAll
    static void store() {
        HASHES.store(InviteHashes.Kind.LINK, 9, Shop.ORGANISATION, "valid");
        HASHES.store(InviteHashes.Kind.LINK, 10, Shop.ORGANISATION, "expired");
        HASHES.store(InviteHashes.Kind.LINK, 11, Shop.ORGANISATION, "deleted");
    }

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void anOpenInviteOrAValidLinkIsNeeded() {
        var rule = rule(true, true);
        rule.require(STATE, new SignUpClaim(INVITE_EMAIL, null), "Bo@ex.test");
        rule.require(STATE, new SignUpClaim(INVITE_LINK, "valid"), "eve@ex.test");

        assertRefused(rule, INVITE_EMAIL, "valid", "eve@ex.test");
        assertRefused(rule, INVITE_LINK, null, "bo@ex.test");
        assertRefused(rule, INVITE_LINK, "expired", "bo@ex.test");
        assertRefused(rule, INVITE_LINK, "deleted", "bo@ex.test");
        assertRefused(rule, INVITE_LINK, "unknown", "bo@ex.test");
        assertRefused(rule, NO_INVITE, "valid", "bo@ex.test");
    }

    /** An identity provider has confirmed the address. */
    @Test
    void theOwnerOfAnInvitedAddressNeedNotClaimAnything() {
        var rule = rule(true, true);
        rule.requireOfOwner(STATE, SignUpClaim.NONE, "bo@ex.test");
        rule.requireOfOwner(STATE, new SignUpClaim(INVITE_LINK, "valid"), "eve@ex.test");

        assertThatThrownBy(() -> rule.requireOfOwner(STATE, SignUpClaim.NONE, "eve@ex.test"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void disabledLinksInviteNobody() {
        assertRefused(rule(false, true), INVITE_LINK, "valid", "eve@ex.test");
    }

    @Test
    void othersRegisterIfTheyMayAndTheFirstUserAlways() {
        rule(true, false).require(STATE, SignUpClaim.NONE, "eve@ex.test");
        rule(true, true).require(Installation.EMPTY, SignUpClaim.NONE, "eve@ex.test");
    }

    private static void assertRefused(InvitedOnly rule, SignUpType type, @Nullable String hash, String email) {
        assertThatThrownBy(() -> rule.require(STATE, new SignUpClaim(type, hash), email))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status().value()).isEqualTo(403);
                    assertThat(refusal.body().toString())
                            .isEqualTo(
                                    "{detail=User registration without an invite is disabled for this installation.}");
                });
    }

    private static InvitedOnly rule(boolean links, boolean required) {
        return new InvitedOnly(new InviteSettings(10, links, required), HASHES, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
