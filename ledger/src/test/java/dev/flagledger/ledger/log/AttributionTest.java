package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttributionTest {

    private static final Attribution ANA =
            new Attribution(Actor.user(3, "ana@example.test"), "r-1", "192.0.2.7", "curl/8", "for the sale");

    @ParameterizedTest
    @EnumSource
    void everyKindOfActorIsRestoredFromMetaData(Actor.Kind kind) {
        var actor = new Actor(kind, 9, "name");

        assertThat(Attribution.actorOf(new Attribution(actor, null, null, null, null).toMetaData()))
                .isEqualTo(actor);
    }

    @Test
    void theStoredKeysAreThoseOfTheMetaData() {
        assertThat(ANA.toMetaData().keySet()).containsExactlyInAnyOrderElementsOf(Attribution.KEYS);
    }

    @Test
    void anAttributionIsRestoredFromMetaData() {
        assertThat(Attribution.of(ANA.toMetaData())).isEqualTo(ANA);
        assertThat(Attribution.of(Attribution.SYSTEM.toMetaData())).isEqualTo(Attribution.SYSTEM);
    }

    @Test
    void aRequestKeepsItsOtherPartsWithAnotherActorOrNote() {
        assertThat(ANA.by(Actor.SYSTEM).noted("undo"))
                .isEqualTo(new Attribution(Actor.SYSTEM, "r-1", "192.0.2.7", "curl/8", "undo"));
    }

    @Test
    void theOriginIsAllButTheActor() {
        var id = UUID.randomUUID();

        assertThat(ANA.origin(id)).isEqualTo(new Origin(id, "r-1", "192.0.2.7", "curl/8", "for the sale"));
    }

    @Test
    void metaDataWithoutAnActorMeanTheSystem() {
        assertThat(Attribution.actorOf(MetaData.emptyInstance())).isEqualTo(Actor.SYSTEM);
    }
}
