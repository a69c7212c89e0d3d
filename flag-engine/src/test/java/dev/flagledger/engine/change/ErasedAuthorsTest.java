package dev.flagledger.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events that were appended concurrently with the erasure of their author. */
class ErasedAuthorsTest {

    private static final UserErased ANA_ERASED =
            new UserErased(UUID.randomUUID(), Shop.ANA, List.of(Shop.ORGANISATION));

    @Test
    void eventsAfterAnErasureDoNotNameTheAuthor() {
        var history = Shop.withBasket();
        assertThat(ErasedAuthors.unnamed(history.last(), history.state())).isSameAs(history.last());

        history.then(ANA_ERASED, Shop.segment());

        var told = ErasedAuthors.unnamed(history.last(), history.state());
        assertThat(told.actor()).isEqualTo(Actor.user(Shop.ANA, Erasing.TOMBSTONE));
        assertThat(told.event()).isEqualTo(history.last().event());
        assertThat(told.position()).isEqualTo(history.last().position());
    }

    @Test
    void whatIsToldOfTheAuthorsRequestsIsGoneToo() {
        var origin = new Origin(UUID.randomUUID(), "r-1", "192.0.2.7", "curl/8", "for the sale");
        var history = Shop.open().then(ANA_ERASED);
        var told =
                new RecordedEvent(9, History.at(9), Actor.user(Shop.ANA, "ana@example.test"), origin, Shop.segment());

        assertThat(ErasedAuthors.unnamed(told, history.state()).origin())
                .isEqualTo(new Origin(origin.eventId(), "r-1", Erasing.TOMBSTONE, Erasing.TOMBSTONE, "for the sale"));
    }

    @Test
    void aRenamingAfterTheErasureHasNoEffect() {
        var erased = Shop.open().then(ANA_ERASED).state().user(Shop.ANA);

        assertThat(Shop.open()
                        .then(ANA_ERASED, new UserRenamed(Shop.ANA, "Ana", "Lee"))
                        .state()
                        .user(Shop.ANA))
                .isEqualTo(erased);
    }
}
