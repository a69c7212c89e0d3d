package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentityLinesTest {

    private static final IdentityEvent CREATED = new IdentityCreated(Shop.LIVE, Shop.USER_88, "user-88");

    @Test
    void onlyTheTeamsIdentitiesAreToldNotThoseThatApplicationsMake() {
        assertThat(lines(CREATED, Actor.user(Shop.ANA, "ana@example.test")))
                .extracting(AuditLine::log)
                .containsExactly("New Identity created: user-88");
        assertThat(lines(CREATED, new Actor(Actor.Kind.SDK, null, ""))).isEmpty();
    }

    @Test
    void traitsAreNotTold() {
        var traits = new TraitsChanged(Shop.LIVE, Shop.USER_88, List.of(), List.of("plan"));

        assertThat(lines(traits, Actor.user(Shop.ANA, "ana@example.test"))).isEmpty();
    }

    private static Stream<AuditLine> lines(IdentityEvent event, Actor actor) {
        return IdentityLines.of(Shop.open().state(), event, actor);
    }
}
