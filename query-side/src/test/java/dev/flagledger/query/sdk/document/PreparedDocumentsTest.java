package dev.flagledger.query.sdk.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.query.sdk.flags.SdkRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PreparedDocumentsTest {

    private static final Instant NOON = Instant.parse("2032-01-01T12:00:00Z");

    private PreparedDocuments prepared = started();
    private Installation state = Shop.withBasket().state();
    private long position = 1_000;

    @Test
    void aDocumentIsPreparedOnceForEachChange() {
        var before = live();
        happened(NOON, new UserLoggedIn(Shop.ANA, LoginWay.EMAIL));
        assertThat(live()).isSameAs(before);

        happened(NOON, Shop.set(true, FeatureValue.of("red")));

        assertThat(live().body()).isNotEqualTo(before.body());
    }

    @Test
    void theTagIsDerivedFromTheBytes() {
        var before = live();
        assertThat(afterRestart().tag()).isEqualTo(before.tag());

        happened(NOON, Shop.set(true, FeatureValue.of("red")));

        assertThat(live().tag()).isNotEqualTo(before.tag());
    }

    @Test
    void noChangeIsMissedIfTheClockIsSetBackBetweenTwoStarts() {
        happened(NOON, Shop.set(true, FeatureValue.of("red")));
        var seen = live().date().at(NOON.plusSeconds(5));
        var now = NOON.minusSeconds(3_600);

        for (var colour : List.of("blue", "green", "red")) {
            happened(now, Shop.set(true, FeatureValue.of(colour)));
            var document = afterRestart();

            assertThat(document.date().isKnown(seen, now)).as(colour).isFalse();
            seen = document.date().at(now);
        }
    }

    @Test
    void aDateIsIgnoredBesideTagsAndIfInvalid() {
        var document = live();
        var now = NOON.plusSeconds(5);
        long since = document.date().at(now) * 1_000;

        assertThat(document.isUnmodified(false, since, now)).isTrue();
        assertThat(document.isUnmodified(false, since - 1, now)).isFalse();
        assertThat(document.isUnmodified(true, since, now)).isFalse();
        assertThat(document.isUnmodified(false, -1, now)).isFalse();
    }

    @Test
    void aDocumentOfAnEarlierStateIsNotKept() {
        var earlier = state;
        happened(NOON, Shop.set(true, FeatureValue.of("red")));
        var current = live();

        var shown = prepared.of(access().showing(earlier), live(earlier));
        var asked = prepared.of(new SdkRequest(
                earlier,
                earlier.projectOfEnvironment(Shop.LIVE).orElseThrow(),
                live(earlier),
                Audience.SERVER,
                NOON.minusSeconds(1)));

        assertThat(shown.body()).isEqualTo(asked.body()).isNotEqualTo(current.body());
        assertThat(live()).isSameAs(current);
    }

    private static PreparedDocuments started() {
        return new PreparedDocuments(JsonMapper.builder().build(), Clock.systemUTC(), new SimpleMeterRegistry());
    }

    private PreparedDocument afterRestart() {
        prepared = started();
        return live();
    }

    private void happened(Instant at, LedgerEvent event) {
        state = state.evolve(new RecordedEvent(++position, at, Actor.SYSTEM, Origin.NONE, event));
    }

    private PreparedDocument live() {
        return prepared.of(access(), live(state));
    }

    private AccessContext access() {
        return new AccessContext(state, Actor.SYSTEM);
    }

    private static Environment live(Installation installation) {
        return installation.environment(Shop.LIVE).orElseThrow();
    }
}
