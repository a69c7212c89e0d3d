package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import dev.flagledger.testing.Receiver;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schemas of messages, and the check of all messages of these tests against them. */
class PayloadSchemasIT {

    private final Api anyone = TestServer.shared().api();

    @Test
    void eachTypeAndFormHasASchemaThatAnyoneMayRead() {
        var listed = anyone.get("webhooks/schemas/").ok();

        assertThat(listed.valueStream().map(schema -> schema.get("name").asString()))
                .containsExactly(
                        "AUDIT_LOG_CREATED",
                        "AUDIT_LOG_CREATED-2020",
                        "FLAG_CREATED",
                        "FLAG_DELETED",
                        "FLAG_UPDATED",
                        "FLAG_UPDATED-2021",
                        "IDENTITY_EVALUATION",
                        "NEW_VERSION_PUBLISHED",
                        "ORGANISATION_AUDIT_LOG_CREATED",
                        "OVERRIDE_CREATED",
                        "OVERRIDE_REMOVED",
                        "SEGMENT_UPDATED");
        listed.forEach(schema -> {
            var published = anyone.get(schema.get("url").asString()).ok();
            assertThat(published.get("title")).isEqualTo(schema.get("title"));
            assertThat(published.at("/properties/event_type/const").asString("none"))
                    .isEqualTo(schema.get("event_type").asString("none"));
        });
        assertThat(anyone.get("webhooks/schemas/PING/").status()).isEqualTo(404);
    }

    @Test
    void aMessageThatDoesNotFitIsFound() {
        assertThat(problems("{\"event_type\":\"PING\",\"data\":{}}")).containsExactly("no schema PING");
        assertThat(problems("{\"event_type\":\"FLAG_DELETED\",\"data\":{\"changed_by\":7}}"))
                .anyMatch(problem -> problem.contains("changed_by"))
                .anyMatch(problem -> problem.contains("previous_state"));
    }

    private static List<String> problems(String body) {
        var headers = new Headers();
        headers.add("webhook-id", "41-7-0");
        return new PayloadInspector().problems(new Receiver.Request("POST", "/", headers, body, 1));
    }
}
