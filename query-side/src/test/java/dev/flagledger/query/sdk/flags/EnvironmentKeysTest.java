package dev.flagledger.query.sdk.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.secret.ServerKeys;
import dev.flagledger.access.secret.ServerKeys.Owner;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EnvironmentKeysTest {

    private static final Instant NOW = Instant.parse("2031-06-01T12:00:00Z");
    private static final String KEY = "ser.backend";

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final ServerKeys table = new ServerKeys(JdbcClient.create(database.dataSource()));
    private final EnvironmentKeys keys = new EnvironmentKeys(table, Clock.fixed(NOW, ZoneOffset.UTC));
    private final History history =
            Shop.withBasket().then(new ServerKeyAdded(Shop.LIVE, Wares.serverKey(4, "backend")));

    private final List<Owner> firstUses = new ArrayList<>();

    @BeforeEach
    void storeKeys() {
        table.store(new Owner(4, Shop.LIVE), KEY);
    }

    @Test
    void bothKindsOfKeysResolveToTheirEnvironment() {
        assertThat(resolved("key-5")).isEqualTo(Shop.LIVE);
        assertThat(resolved(KEY)).isEqualTo(Shop.LIVE);
        assertThat(EnvironmentKeys.audience("key-5")).isEqualTo(Audience.CLIENT);
        assertThat(EnvironmentKeys.audience(KEY)).isEqualTo(Audience.SERVER);
    }

    @Test
    void anUnknownKeyIsRejectedUntilItIsCreated() {
        assertThat(resolved("ser.other")).isNull();
        assertThat(resolved("ser.")).isNull();
        assertThat(resolved("ser." + "x".repeat(200))).isNull();

        table.store(new Owner(5, Shop.STAGING), "ser.other");
        assertThat(resolved("ser.other")).isNull();

        history.then(new ServerKeyAdded(Shop.STAGING, Wares.serverKey(5, "other")));
        assertThat(resolved("ser.other")).isEqualTo(Shop.STAGING);
    }

    @Test
    void aKeyIsLookedUpOnce() {
        assertThat(resolved(KEY)).isEqualTo(Shop.LIVE);

        table.remove(4);

        assertThat(resolved(KEY)).isEqualTo(Shop.LIVE);
    }

    @Test
    void theFirstUseOfAValidServerKeyIsReportedOnce() {
        history.then(new ServerKeyChanged(Shop.LIVE, new ServerKey(4, "backend", false, null)));
        resolved(KEY);
        resolved("key-5");
        resolved("ser.other");
        assertThat(firstUses).isEmpty();

        history.then(new ServerKeyChanged(Shop.LIVE, new ServerKey(4, "backend", true, null)));
        resolved(KEY);
        resolved(KEY);
        fromMemory(KEY);
        assertThat(firstUses).containsExactly(new Owner(4, Shop.LIVE));
    }

    @Test
    void fromMemoryNoKeyIsQueried() {
        assertThat(fromMemory("key-5")).isEqualTo(Shop.LIVE);
        assertThat(fromMemory(KEY)).isNull();

        assertThat(resolved(KEY)).isEqualTo(Shop.LIVE);
        assertThat(fromMemory(KEY)).isEqualTo(Shop.LIVE);

        history.then(new ServerKeyRemoved(Shop.LIVE, 4));
        assertThat(fromMemory(KEY)).isNull();

        history.then(new ServerKeyAdded(Shop.LIVE, Wares.serverKey(4, "backend")));
        assertThat(fromMemory(KEY)).isNull();
    }

    @Test
    void anInactiveKeyIsRejected() {
        assertThat(resolved(KEY)).isEqualTo(Shop.LIVE);

        history.then(new ServerKeyChanged(Shop.LIVE, new ServerKey(4, "backend", false, null)));

        assertThat(resolved(KEY)).isNull();
    }

    @Test
    void aKeyIsRejectedFromItsExpiryOn() {
        history.then(new ServerKeyChanged(Shop.LIVE, new ServerKey(4, "backend", true, NOW.plusNanos(1_000))));
        assertThat(resolved(KEY)).isEqualTo(Shop.LIVE);

        history.then(new ServerKeyChanged(Shop.LIVE, new ServerKey(4, "backend", true, NOW)));
        assertThat(resolved(KEY)).isNull();
    }

    @Test
    void aDeletedKeyIsRejected() {
        assertThat(resolved(KEY)).isEqualTo(Shop.LIVE);

        history.then(new ServerKeyRemoved(Shop.LIVE, 4));

        assertThat(resolved(KEY)).isNull();
    }

    @Test
    void theKeysOfADeletedEnvironmentAreRejected() {
        history.then(new EnvironmentDeleted(Shop.LIVE));

        assertThat(resolved(KEY)).isNull();
        assertThat(resolved("key-5")).isNull();
        assertThat(resolved("key-6")).isEqualTo(Shop.STAGING);
    }

    @Test
    void theKeysOfADeletedProjectAreRejected() {
        history.then(new ProjectDeleted(Shop.PROJECT));

        assertThat(resolved(KEY)).isNull();
        assertThat(resolved("key-5")).isNull();
    }

    private @Nullable Integer fromMemory(String key) {
        return keys.resolveFromMemory(history.state(), key).map(Environment::id).orElse(null);
    }

    private @Nullable Integer resolved(String key) {
        return keys.resolve(history.state(), key, firstUses::add)
                .map(Environment::id)
                .orElse(null);
    }
}
