package dev.flagledger.query.event.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.installation.identity.log.IdentityStep;
import dev.flagledger.ledger.log.Attribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What only the log of identities has, in words. */
class ReportedChangeTest {

    private static final Instant AT = Instant.parse("2031-01-01T12:00:00Z");
    private static final UUID ID = new UUID(0, 4);
    private static final IdentityState KNOWN = new IdentityState(Shop.LIVE, Shop.USER_88, "user-88", 3, List.of());
    private static final IdentityEvent CHANGED = new TraitsChanged(Shop.LIVE, Shop.USER_88, List.of(), List.of("plan"));
    private static final IdentityEvent DELETED = new IdentityDeleted(Shop.LIVE, Shop.USER_88);

    @Test
    void whatAnApplicationReportedHasItsRequest() {
        var reported = change(CHANGED, KNOWN, Actor.sdk(Shop.LIVE));

        assertThat(reported.type()).isEqualTo("identity.traits-changed");
        assertThat(reported.summary()).isEqualTo("Traits reported of identity: user-88");
        assertThat(reported.by().actor()).isEqualTo(Actor.sdk(Shop.LIVE));
        assertThat(reported.by().requestId()).isEqualTo("request-1");
        assertThat(reported.eventId()).isEqualTo(ID);
        assertThat(reported.object()).isEqualTo("identity:" + Shop.USER_88);
        assertThat(reported.sequence()).isEqualTo(4);
        assertThat(reported.at()).isEqualTo(AT);
    }

    @Test
    void whatTheTeamDidHasItsActorAndNote() {
        var ana = Actor.user(Shop.ANA, "ana@example.test");

        var removal = change(CHANGED, KNOWN, ana);

        assertThat(removal.summary()).isEqualTo("Traits changed of identity: " + Shop.USER_88);
        assertThat(removal.by().actor()).isEqualTo(ana);
        assertThat(removal.by().note()).isEqualTo("not needed");
    }

    @Test
    void aDeletedIdentityHasTheNameThatItHad() {
        assertThat(change(DELETED, KNOWN, Actor.SYSTEM).summary()).isEqualTo("Identity deleted: user-88");
    }

    /** An identity of which nothing is known any more has no name. */
    @Test
    void anEventWithoutAnyStateHasNoName() {
        assertThat(change(DELETED, null, Actor.SYSTEM).summary()).isEqualTo("Identity deleted: ");
    }

    private static ReportedChange change(IdentityEvent event, @Nullable IdentityState before, Actor actor) {
        var by = new Attribution(actor, "request-1", null, null, "not needed");
        return ReportedChange.of(new IdentityStep(ID, 4, AT, by, event, Optional.ofNullable(before), Optional.empty()));
    }
}
