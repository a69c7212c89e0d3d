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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EnvironmentKeysTest {

    private static final Instant NOW = Instant.parse("2031-06-01T12:00:00Z");
    private static final String KEY = "ser.backend";

    private final TestDatabase database = TestDatabase.fresh();
    private final ServerKeys table = new ServerKeys(JdbcClient.create(database.dataSource()));
    private final EnvironmentKeys keys = new EnvironmentKeys(table, Clock.fixed(NOW, ZoneOffset.UTC));
    private final History history =
            Shop.withBasket().then(new ServerKeyAdded(Shop.LIVE, Wares.serverKey(4, "backend")));

    @BeforeEach
    void createTheTables() {
        database.migrated();
        table.store(new Owner(4, Shop.LIVE), KEY);
    }

    @Test
    void bothKindsOfKeysOpenTheirEnvironment() {
        assertThat(opened("key-5")).isEqualTo(Shop.LIVE);
        assertThat(opened(KEY)).isEqualTo(Shop.LIVE);
        assertThat(EnvironmentKeys.audience("key-5")).isEqualTo(Audience.CLIENT);
        assertThat(EnvironmentKeys.audience(KEY)).isEqualTo(Audience.SERVER);
    }

    @Test
    void whatIsNobodysKeyOpensNothingUntilItIsSomebodys() {
        assertThat(opened("ser.other")).isNull();
        assertThat(opened("ser.")).isNull();
        assertThat(opened("ser." + "x".repeat(200))).isNull();

        table.store(new Owner(5, Shop.STAGING), "ser.other");
        assertThat(opened("ser.other")).isNull();

        history.then(new ServerKeyAdded(Shop.STAGING, Wares.serverKey(5, "other")));
        assertThat(opened("ser.other")).isEqualTo(Shop.STAGING);
    }

    @Test
    void aKeyIsLookedUpOnce() {
        assertThat(opened(KEY)).isEqualTo(Shop.LIVE);

        table.remove(4);

        assertThat(opened(KEY)).isEqualTo(Shop.LIVE);
    }

    @Test
    void fromMemoryNoKeyIsLookedUp() {
        assertThat(openedFromMemory("key-5")).isEqualTo(Shop.LIVE);
        assertThat(openedFromMemory(KEY)).isNull();

        assertThat(opened(KEY)).isEqualTo(Shop.LIVE);
        assertThat(openedFromMemory(KEY)).isEqualTo(Shop.LIVE);

        history.then(new ServerKeyRemoved(Shop.LIVE, 4));
        assertThat(openedFromMemory(KEY)).isNull();

        history.then(new ServerKeyAdded(Shop.LIVE, Wares.serverKey(4, "backend")));
        assertThat(openedFromMemory(KEY)).isNull();
    }

    @Test
    void aKeyThatIsSwitchedOffOpensNothing() {
        assertThat(opened(KEY)).isEqualTo(Shop.LIVE);

        history.then(new ServerKeyChanged(Shop.LIVE, new ServerKey(4, "backend", false, null)));

        assertThat(opened(KEY)).isNull();
    }

    @Test
    void aKeyOpensNothingFromItsLastInstantOn() {
        history.then(new ServerKeyChanged(Shop.LIVE, new ServerKey(4, "backend", true, NOW.plusNanos(1_000))));
        assertThat(opened(KEY)).isEqualTo(Shop.LIVE);

        history.then(new ServerKeyChanged(Shop.LIVE, new ServerKey(4, "backend", true, NOW)));
        assertThat(opened(KEY)).isNull();
    }

    @Test
    void aKeyThatIsGoneOpensNothing() {
        assertThat(opened(KEY)).isEqualTo(Shop.LIVE);

        history.then(new ServerKeyRemoved(Shop.LIVE, 4));

        assertThat(opened(KEY)).isNull();
    }

    @Test
    void theKeysOfADeletedEnvironmentOpenNothing() {
        history.then(new EnvironmentDeleted(Shop.LIVE));

        assertThat(opened(KEY)).isNull();
        assertThat(opened("key-5")).isNull();
        assertThat(opened("key-6")).isEqualTo(Shop.STAGING);
    }

    @Test
    void theKeysOfADeletedProjectOpenNothing() {
        history.then(new ProjectDeleted(Shop.PROJECT));

        assertThat(opened(KEY)).isNull();
        assertThat(opened("key-5")).isNull();
    }

    private @Nullable Integer openedFromMemory(String key) {
        return keys.openedFromMemory(history.state(), key).map(Environment::id).orElse(null);
    }

    private @Nullable Integer opened(String key) {
        return keys.opened(history.state(), key).map(Environment::id).orElse(null);
    }
}
