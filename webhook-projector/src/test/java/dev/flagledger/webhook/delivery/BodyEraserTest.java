package dev.flagledger.webhook.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Subject;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyEraserTest {

    private static final String UPDATE = "{\"data\": {\"changed_by\": \"ana@example.test\","
            + " \"new_state\": {\"identity_identifier\": \"user-88\"},"
            + " \"previous_state\": {\"identity_identifier\": \"user-88\"}}, \"event_type\": \"FLAG_UPDATED\"}";

    @Test
    void anErasedUserIsNoLongerTheAuthor() {
        assertThat(erased(UPDATE, Subject.user(1)))
                .isEqualTo(UPDATE.replace("ana@example.test", "erased"))
                .contains("user-88");
        assertThat(erased(
                        "{\"data\": {\"published_by\": {\"email\": \"ana@example.test\", \"id\": 1}}}",
                        Subject.user(1)))
                .isEqualTo("{\"data\": {\"published_by\": {\"email\": \"erased\", \"id\": 1}}}");
    }

    @Test
    void aLineOfTheAuditLogNamesNeitherAnErasedUserNorAnErasedIdentity() {
        var line = "{\"data\": {\"actor\": {\"id\": 1, \"kind\": \"user\", \"name\": \"ana@example.test\"},"
                + " \"author\": {\"email\": \"ana@example.test\", \"first_name\": \"Ana\", \"id\": 1, \"last_name\": \"Silva\"},"
                + " \"log\": \"New Identity created: user-88\"}}";

        assertThat(erased(line, Subject.user(1)))
                .isEqualTo(line.replace("ana@example.test", "erased")
                        .replace("Ana", "erased")
                        .replace("Silva", "erased"));
        assertThat(erased(line, Subject.identity(4211)))
                .isEqualTo(line.replace("New Identity created: user-88", "erased"));
    }

    @Test
    void aLineAboutAnErasedUserThatIsNotTheirOwnDoesNotNameThem() {
        var line =
                "{\"data\": {\"actor\": {\"id\": 1, \"kind\": \"api_key\", \"name\": \"terraform\"}, \"author\": null,"
                        + " \"log\": \"Logins refused after too many that failed: ana@example.test\"}}";

        assertThat(erased(line, Subject.user(1))).doesNotContain("ana@example.test");
    }

    @Test
    void anErasedIdentityIsNamedInNeitherState() {
        assertThat(erased(UPDATE, Subject.identity(4211)))
                .isEqualTo(UPDATE.replace("user-88", "erased"))
                .contains("ana@example.test");
    }

    @Test
    void absentAndNullFieldsStayAsTheyAre() {
        var body = "{\"data\": {\"new_state\": null, \"published_by\": null}}";

        assertThat(erased(body, Subject.user(1))).isEqualTo(body);
        assertThat(erased(body, Subject.identity(4211))).isEqualTo(body);
    }

    @Test
    void onlyBodiesOfTheSubjectAreChanged() throws IOException {
        try (var node = Rig.on(Settings.with())) {
            node.queue.enqueue(List.of(
                    job(1, new Job.Persons(1, null)),
                    job(2, new Job.Persons(2, 4211)),
                    job(3, new Job.Persons(null, 1))));

            node.jdbc
                    .sql(
                            "insert into webhook.webhook_attempt (delivery_id, number, started_at, duration_ms, status, answer)"
                                    + " select id, 1, now(), 5, 200, 'ana@example.test' from webhook.webhook_delivery")
                    .update();

            new BodyEraser(node.jdbc).erase(Subject.user(1));

            assertThat(node.rows("select answer from webhook.webhook_attempt order by delivery_id"))
                    .extracting(row -> row.get("answer"))
                    .containsExactly("erased", "ana@example.test", "ana@example.test");
            assertThat(bodies(node)).containsExactly(UPDATE.replace("ana@example.test", "erased"), UPDATE, UPDATE);
        }
    }

    private static Job job(long position, Job.Persons persons) {
        return new Job(41, Rig.ENVIRONMENT, null, position, 0, UPDATE.getBytes(US_ASCII), persons, TestQueues.USUAL);
    }

    private static List<String> bodies(Rig node) {
        return node.jdbc
                .sql("select body from webhook.webhook_delivery order by position")
                .query((row, _) -> new String(row.getBytes("body"), US_ASCII))
                .list();
    }

    private static String erased(String body, Subject subject) {
        return new String(BodyEraser.erased(body.getBytes(US_ASCII), subject), US_ASCII);
    }
}
