package dev.flagledger.installation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdentitiesTest {

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final Identities identities = new Identities(jdbc);

    @Test
    void identitiesAreThereWhichTheEnvironmentHas() {
        create(4, 1);
        create(4, 2);
        create(5, 3);

        assertThat(identities.existing(4, List.of(2, 1, 3, 9))).containsExactlyInAnyOrder(1, 2);
        assertThat(identities.existing(5, List.of(1, 2, 3))).containsExactly(3);
        assertThat(identities.existing(4, List.of())).isEmpty();
    }

    private void create(int environment, int id) {
        jdbc.sql("""
                        insert into installation.identity (id, environment_id, project_id, version, created_at, identifier, digest, folded)
                        values (:id, :environment, 7, 0, now(), :name, sha256(convert_to(:name, 'UTF8')), :name)""")
                .param("id", id)
                .param("environment", environment)
                .param("name", "identity " + id)
                .update();
    }
}
