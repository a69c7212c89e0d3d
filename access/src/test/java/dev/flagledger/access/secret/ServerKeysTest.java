package dev.flagledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.access.secret.ServerKeys.Owner;
import dev.flagledger.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ServerKeysTest {

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final ServerKeys keys = new ServerKeys(JdbcClient.create(database.dataSource()));

    @BeforeEach
    void storeKeys() {
        keys.store(new Owner(1, 14), "ser.one");
        keys.store(new Owner(2, 14), "ser.two");
        keys.store(new Owner(3, 15), "ser.three");
    }

    @Test
    void aKeyIsFoundByItsIdByItselfAndByItsEnvironment() {
        assertThat(keys.find(2)).contains("ser.two");
        assertThat(keys.owner("ser.two")).contains(new Owner(2, 14));
        assertThat(keys.owner("ser.TWO")).isEmpty();
        assertThat(keys.of(14)).isEqualTo(Map.of(1, "ser.one", 2, "ser.two"));
        assertThat(keys.of(16)).isEmpty();
    }

    @Test
    void aKeyIsRemovedAloneOrWithItsEnvironment() {
        keys.remove(1);
        keys.remove(1);
        assertThat(keys.find(1)).isEmpty();
        assertThat(keys.of(14)).hasSize(1);

        keys.removeAllOf(14);
        assertThat(keys.owner("ser.two")).isEmpty();
        assertThat(keys.owner("ser.three")).contains(new Owner(3, 15));
    }

    @Test
    void keysAreDistinct() {
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> keys.store(new Owner(4, 16), "ser.one"));
    }
}
