package dev.flagledger.standalone.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.platform.Readiness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class HealthControllerTest {

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

    private static ResponseEntity<?> with(Readiness... parts) {
        return new HealthController(List.of(parts)).ready();
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
