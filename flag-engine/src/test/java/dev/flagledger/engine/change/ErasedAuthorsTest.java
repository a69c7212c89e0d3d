package dev.flagledger.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.UserEvent.UserRenamed;
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
    void aRenamingAfterTheErasureHasNoEffect() {
        var erased = Shop.open().then(ANA_ERASED).state().user(Shop.ANA);

        assertThat(Shop.open()
                        .then(ANA_ERASED, new UserRenamed(Shop.ANA, "Ana", "Lee"))
                        .state()
                        .user(Shop.ANA))
                .isEqualTo(erased);
    }
}
