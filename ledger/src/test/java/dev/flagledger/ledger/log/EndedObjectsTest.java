package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EndedObjectsTest {

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());

    private final EndedObjects ended = new EndedObjects(JDBC);

    @BeforeAll
    static void endSome() {
        JDBC.sql(
                        "insert into ledger.ended (thing) values ('project:1'), ('project:22'), ('identity:7:ana, \"o''neil\"')")
                .update();
    }

    @Test
    void onlyThoseThatHaveEndedAreReturned() {
        assertThat(ended.among(List.of("project:1", "project:2", "project:22", "environment:1")))
                .containsExactlyInAnyOrder("project:1", "project:22");
    }

    @Test
    void onlyThoseThatAreAskedForAreReturned() {
        assertThat(ended.among(Set.of("project:22"))).containsExactly("project:22");
        assertThat(ended.among(Set.of())).isEmpty();
    }

    @Test
    void anObjectIsComparedAsAWhole() {
        assertThat(ended.among(List.of("project:", "project:11", "Project:1", "project:%", " project:1")))
                .isEmpty();
    }

    @Test
    void anIdMayHaveAnyCharacters() {
        var identity = "identity:7:ana, \"o'neil\"";

        assertThat(ended.among(List.of(identity, "identity:7:ana"))).containsExactly(identity);
    }
}
