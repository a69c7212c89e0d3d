package dev.flagledger.webhook.delivery;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.webhook.payload.CanonicalJson;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Replaces the personal data of erased subjects in the bodies of the queue, sent or not. */
@Component
public class BodyEraser {

    private static final int CHUNK = 500;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> AUTHOR = List.of("email", "first_name", "last_name");

    private final JdbcClient jdbc;

    BodyEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Row(long id, byte[] body) {}

    /** Erases a subject from the bodies queued so far, in the caller's transaction. */
    public void erase(Subject subject) {
        long last = 0;
        for (var rows = after(last, subject); !rows.isEmpty(); rows = after(last, subject)) {
            rows.forEach(row -> store(row.id(), erased(row.body(), subject)));
            last = rows.getLast().id();
        }
    }

    private List<Row> after(long last, Subject subject) {
        var column = subject.kind() == Subject.Kind.USER ? "user_id" : "identity_id";
        return jdbc.sql("select id, body from webhook.webhook_delivery where " + column
                        + " = :subject and id > :last order by id limit :most")
                .param("subject", subject.id())
                .param("last", last)
                .param("most", CHUNK)
                .query((row, _) -> new Row(row.getLong("id"), row.getBytes("body")))
                .list();
    }

    private void store(long id, byte[] body) {
        jdbc.sql("update webhook.webhook_delivery set body = :body where id = :id")
                .param("body", body)
                .param("id", id)
                .update();
        // The receiver may have sent back what it got.
        jdbc.sql("update webhook.webhook_attempt set answer = :erased where delivery_id = :id and answer is not null")
                .param("erased", Erasing.TOMBSTONE)
                .param("id", id)
                .update();
    }

    static byte[] erased(byte[] body, Subject subject) {
        var tree = JSON.readTree(body);
        var data = tree.path("data");
        if (subject.kind() == Subject.Kind.USER) {
            replace(data, "changed_by");
            replace(data.path("published_by"), "email");
            if (isNamed(data.path("actor"), subject)) {
                replace(data, "log");
            }
            replace(data.path("actor"), "name");
            AUTHOR.forEach(name -> replace(data.path("author"), name));
        } else {
            replace(data.path("new_state"), "identity_identifier");
            replace(data.path("previous_state"), "identity_identifier");
            // The text of a line of the audit log names the identity.
            replace(data, "log");
        }
        return CanonicalJson.bytes(JSON.convertValue(tree, new TypeReference<Map<String, Object>>() {}));
    }

    /** The text of a line of the audit log that is not the subject's own is about them. */
    private static boolean isNamed(JsonNode actor, Subject subject) {
        return actor.isObject()
                && !(actor.path("kind").asString("").equals("user")
                        && actor.path("id").asInt(0) == subject.id());
    }

    private static void replace(JsonNode holder, String name) {
        if (holder instanceof ObjectNode object && object.path(name).isString()) {
            object.put(name, Erasing.TOMBSTONE);
        }
    }
}
