package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttributionTest {

    @ParameterizedTest
    @EnumSource
    void everyKindOfActorIsRestoredFromMetaData(Actor.Kind kind) {
        var actor = new Actor(kind, 9, "name");

        assertThat(Attribution.actorOf(new Attribution(actor, null, null).toMetaData()))
                .isEqualTo(actor);
    }

    @Test
    void theStoredKeysAreThoseOfTheMetaData() {
        assertThat(new Attribution(Actor.user(3, "ana@example.test"), "r-1", "192.0.2.7")
                        .toMetaData()
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(Attribution.KEYS);
    }

    @Test
    void metaDataWithoutAnActorMeanTheSystem() {
        assertThat(Attribution.actorOf(MetaData.emptyInstance())).isEqualTo(Actor.SYSTEM);
    }
}
