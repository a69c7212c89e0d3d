package dev.flagledger.query.sdk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Environment;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    private final History history = Shop.withBasket();
    private final Channels channels = new Channels();
    private final Streams streams = new Streams();
    private final Listener live = streams.listener(Shop.LIVE);
    private final Listener other = streams.listener(Shop.LIVE);
    private final Listener staging = streams.listener(Shop.STAGING);

    ChannelsTest() throws Exception {}

    @BeforeEach
    void open() {
        history.then(realtime(true));
        channels.open();
        channels.add(environment(Shop.LIVE), live);
        channels.add(environment(Shop.LIVE), other);
        channels.add(environment(Shop.STAGING), staging);
    }

    @AfterEach
    void close() throws Exception {
        streams.stop();
    }

    @Test
    void aChangeIsAnnouncedOnceToListenersOfItsEnvironment() {
        change();

        var changes = channels.changes(history.state());
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.listeners()).containsExactlyInAnyOrder(live, other);
            assertThat(change.message()).isEqualTo(changed());
        });
        assertThat(channels.changes(history.state())).isEmpty();
    }

    @Test
    void aChangeThatApplicationsCannotSeeIsNotAnnounced() {
        history.then(new UserLoggedIn(Shop.ANA, LoginWay.EMAIL));

        assertThat(channels.changes(history.state())).isEmpty();
    }

    @Test
    void aRemovedListenerGetsNoMessages() {
        channels.remove(live);
        channels.remove(live);
        change();

        assertThat(channels.changes(history.state()))
                .singleElement()
                .satisfies(change -> assertThat(change.listeners()).containsExactly(other));
        assertThat(channels.all()).containsExactlyInAnyOrder(other, staging);
    }

    @Test
    void changesWhileRealtimeIsOffAreNotAnnouncedLater() {
        history.then(realtime(false));
        change();
        assertThat(channels.changes(history.state())).isEmpty();

        assertThat(channels.changes(history.state())).isEmpty();
    }

    @Test
    void theStreamsOfADeletedEnvironmentEnd() {
        history.then(new EnvironmentDeleted(Shop.LIVE));

        assertThat(channels.changes(history.state())).singleElement().satisfies(change -> {
            assertThat(change.listeners()).containsExactlyInAnyOrder(live, other);
            assertThat(change.message()).isEqualTo(Message.END);
        });
        assertThat(channels.all()).containsExactly(staging);
    }

    @Test
    void theStreamsOfAWithheldProjectEnd() {
        change();

        assertThat(channels.changes(history.state().withheld(Shop.PROJECT)))
                .allSatisfy(change -> assertThat(change.message()).isEqualTo(Message.END))
                .flatExtracting(Channels.Announcement::listeners)
                .containsExactlyInAnyOrder(live, other, staging);
        assertThat(channels.all()).isEmpty();
    }

    @Test
    void aChangeBeforeAListenerWasAddedIsNotMissed() {
        var known = environment(Shop.LIVE);
        assertThat(Channels.missed(known, history.state())).isEmpty();

        change();
        assertThat(Channels.missed(known, history.state())).contains(changed());
        assertThat(Channels.missed(known, history.state().withheld(Shop.PROJECT)))
                .contains(Message.END);

        history.then(realtime(false));
        assertThat(Channels.missed(known, history.state())).isEmpty();

        history.then(new EnvironmentDeleted(Shop.LIVE));
        assertThat(Channels.missed(known, history.state())).contains(Message.END);
    }

    @Test
    void afterTheCloseNoListenerIsAdded() {
        assertThat(channels.close())
                .allSatisfy(change -> assertThat(change.message()).isEqualTo(Message.END))
                .flatExtracting(Channels.Announcement::listeners)
                .containsExactlyInAnyOrder(live, other, staging);

        assertThat(channels.add(environment(Shop.STAGING), staging)).isFalse();
        assertThat(channels.all()).isEmpty();
    }

    private void change() {
        history.then(Shop.set(true, FeatureValue.of("red")));
    }

    private Message changed() {
        Instant at = environment(Shop.LIVE).updatedAt();
        return Message.changed(at);
    }

    private Environment environment(int id) {
        return history.state().environment(id).orElseThrow();
    }

    private static ProjectChanged realtime(boolean enabled) {
        return new ProjectChanged(
                Shop.PROJECT, new ProjectSettings("Shop", false, false, enabled, false, null, 30, null, false, false));
    }
}
