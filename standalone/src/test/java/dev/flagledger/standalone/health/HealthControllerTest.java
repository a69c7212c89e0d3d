package dev.flagledger.standalone.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.Readiness;
import dev.flagledger.ledger.projection.Progress;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class HealthControllerTest {

    private static final DataSource NO_DATABASE = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/flags");

    @Test
    void aNodeWithoutItsDatabaseIsAlive() {
        var watch = new PoolWatch(NO_DATABASE, Clock.systemUTC());
        watch.look();

        assertThat(new HealthController(List.of(), watch, List::of).alive().getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void aNodeIsReadyWhenEveryPartIs() {
        ResponseEntity<?> answer = with(part("fold", true), part("database", true));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(json(answer))
                .isEqualTo("{\"status\":\"ok\",\"DatabaseBackend\":\"working\",\"MigrationsHealthCheck\":\"working\"}");
    }

    @Test
    void thePartsThatAreNotReadyAreNamed() {
        ResponseEntity<?> answer = with(part("fold", false), part("database", true), part("audit log", false));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(json(answer))
                .isEqualTo(
                        "{\"status\":\"not ready\",\"DatabaseBackend\":\"working\",\"MigrationsHealthCheck\":\"working\","
                                + "\"waiting_for\":[\"fold\",\"audit log\"]}");
    }

    @Test
    void theDatabaseAndItsMigrationsAreSaidUnderTheNamesThatProbesLookFor() {
        ResponseEntity<?> answer = with(part("database", false), part("migrations", false));

        assertThat(json(answer))
                .isEqualTo("{\"status\":\"not ready\",\"DatabaseBackend\":\"unavailable\","
                        + "\"MigrationsHealthCheck\":\"unavailable\",\"waiting_for\":[\"database\",\"migrations\"]}");
    }

    @Test
    void aNodeThatMakesAReadModelAnewIsReadyAndSaysHowFarItIs() {
        var answer = with(List.of(new Progress("audit", 1_200, 3_000)));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(json(answer)).endsWith("\"rebuilding\":[{\"name\":\"audit\",\"position\":1200,\"of\":3000}]}");
    }

    @Test
    void aNodeThatServesAllButSomeIsReadyAndSaysWhat() {
        ResponseEntity<?> answer = with(new Readiness() {
            @Override
            public String name() {
                return "fold";
            }

            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public List<String> degraded() {
                return List.of("project 7");
            }
        });

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(json(answer))
                .isEqualTo("{\"status\":\"degraded\",\"DatabaseBackend\":\"working\","
                        + "\"MigrationsHealthCheck\":\"working\",\"degraded\":[\"project 7\"]}");
    }

    private static ResponseEntity<?> with(Readiness... parts) {
        return with(List.of(), parts);
    }

    private static ResponseEntity<?> with(List<Progress> rebuilding, Readiness... parts) {
        return new HealthController(List.of(parts), new PoolWatch(NO_DATABASE, Clock.systemUTC()), () -> rebuilding)
                .ready();
    }

    private static String json(ResponseEntity<?> answer) {
        return JsonMapper.shared().writeValueAsString(answer.getBody());
    }

    private static Readiness part(String name, boolean ready) {
        return new Readiness() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean ready() {
                return ready;
            }
        };
    }
}
