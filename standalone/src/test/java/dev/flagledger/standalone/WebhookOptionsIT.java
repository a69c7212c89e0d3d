package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a webhook asks for beside its URL, and what it is told then. */
class WebhookOptionsIT {

    private final Shop shop = Shop.in(TestServer.shared());
    private final Receiver receiver = Receiver.answering(200);
    private final String options = shop.webhooks() + shop.webhook(Map.of("url", receiver.url())) + "/options/";

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void optionsChangeOneByOne() {
        var initial = shop.ana().get(options).ok();
        assertThat(initial.toString())
                .isEqualTo("{\"payload\":\"current\",\"order\":\"feature\",\"event_types\":[],"
                        + "\"signing\":\"hmac\",\"public_key\":null}");

        change(Map.of("order", "strict"));
        var changed = change(Map.of("event_types", List.of("SEGMENT_UPDATED", "FLAG_CREATED", "FLAG_CREATED")));

        assertThat(changed.get("order").asString()).isEqualTo("strict");
        assertThat(changed.get("event_types").toString()).isEqualTo("[\"FLAG_CREATED\",\"SEGMENT_UPDATED\"]");
        assertThat(shop.ana().get(options).ok()).isEqualTo(changed);
        assertThat(shop.ana().get(options.replace("/options", "0/options")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            payload     ; 2022         ; "2022" is not a valid choice.
            order       ; random       ; "random" is not a valid choice.
            signing     ; md5          ; "md5" is not a valid choice.
            event_types ; FLAG_CREATED ; Expected a list of items but got type "str".
            """)
    void unknownOptionsAreRefused(String field, String value, String problem) {
        var answer = shop.ana().patch(options, Map.of(field, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get(field).get(0).asString()).isEqualTo(problem);
    }

    @Test
    void unknownTypesAreRefused() {
        var answer = shop.ana().patch(options, Map.of("event_types", List.of("FLAG_CREATED", "PING")));

        assertThat(answer.json().get("event_types").get(0).asString()).isEqualTo("\"PING\" is not a valid choice.");
        assertThat(shop.ana().get(options).ok().get("event_types")).isEmpty();
    }

    @Test
    void aChangeIsInTheAuditLog() {
        change(Map.of("payload", "2021"));

        var event = shop.ana()
                .get(shop.events() + "?type=webhook.changed")
                .ok()
                .get("results")
                .get(0);
        assertThat(event.get("difference").toString())
                .contains("{\"field\":\"payload\",\"old\":\"current\",\"new\":\"2021\"}");
    }

    @Test
    void theCurrentFormHasTheNumberOfTheMessage() {
        shop.feature(Map.of("name", "basket_v2"));

        var told = receiver.next().json();
        assertThat(told.propertyNames()).containsExactly("data", "event_type", "sequence");
        assertThat(told.get("sequence").asInt()).isEqualTo(1);
    }

    @Test
    void onlyTheCurrentFormHasTheNote() {
        var noting = shop.ana().with("Flagledger-Note", "f%C3%BCr%20den%20Schlussverkauf");
        noting.post(shop.features(), Map.of("name", "basket_v2")).ok();
        var told = receiver.next().data();
        assertThat(told.propertyNames()).containsExactly("changed_by", "new_state", "note", "timestamp");
        assertThat(told.get("note").asString()).isEqualTo("f\u00fcr den Schlussverkauf");

        shop.feature(Map.of("name", "search"));
        assertThat(receiver.next().data().propertyNames()).containsExactly("changed_by", "new_state", "timestamp");

        change(Map.of("payload", "2021"));
        noting.post(shop.features(), Map.of("name", "checkout")).ok();
        assertThat(receiver.next().data().propertyNames()).containsExactly("changed_by", "new_state", "timestamp");
    }

    @Test
    void theFormOf2021NamesTheAuthorInFull() {
        change(Map.of("payload", "2021"));

        shop.feature(Map.of("name", "basket_v2"));

        var told = receiver.next();
        var me = shop.ana().get("auth/users/me/").ok();
        assertThat(told.json().propertyNames()).containsExactly("data", "event_type");
        assertThat(told.json().get("event_type").asString()).isEqualTo("FLAG_UPDATED");
        assertThat(told.data().get("changed_by").asString())
                .isEqualTo(me.get("first_name").asString() + " "
                        + me.get("last_name").asString());
        assertThat(told.data().get("new_state").has("multivariate_feature_state_values"))
                .isFalse();
    }

    @Test
    void theFormOf2020IsARecordOfTheAuditLog() {
        change(Map.of("payload", "2020"));

        shop.feature(Map.of("name", "basket_v2"));

        var told = receiver.next();
        assertThat(told.json().propertyNames()).containsExactly("data", "event_type");
        assertThat(told.json().get("event_type").asString()).isEqualTo("AUDIT_LOG_CREATED");
        assertThat(told.data().propertyNames())
                .containsExactly(
                        "author",
                        "created_date",
                        "environment",
                        "log",
                        "project",
                        "related_object_id",
                        "related_object_type");
        assertThat(told.data().get("environment").get("api_key").asString()).isEqualTo(shop.key());
        assertThat(told.data().get("log").asString()).isEqualTo("New Flag / Remote Config created: basket_v2");
    }

    @Test
    void whatIsSilentElsewhereIsToldToThoseWhoAsk() {
        int feature = shop.feature(Map.of("name", "basket_v2"));
        receiver.next();
        int segment = shop.segment("beta", "plan", "pro");
        change(Map.of("event_types", List.of("OVERRIDE_CREATED", "OVERRIDE_REMOVED", "SEGMENT_UPDATED")));

        var place = shop.ana()
                .post(
                        "features/feature-segments/",
                        Map.of("feature", feature, "segment", segment, "environment", shop.environment()))
                .ok();
        var state = Map.of(
                "feature",
                feature,
                "feature_segment",
                place.get("id").asInt(),
                "feature_state_value",
                "red",
                "enabled",
                true);
        shop.ana().post("environments/" + shop.key() + "/featurestates/", state).ok();
        assertThat(receiver.next("OVERRIDE_CREATED")
                        .data()
                        .at("/new_state/feature_state_value")
                        .asString())
                .isEqualTo("red");

        shop.ana()
                .patch("projects/" + shop.project() + "/segments/" + segment + "/", Map.of("name", "testers"))
                .ok();
        var edited = receiver.next("SEGMENT_UPDATED").data();
        assertThat(edited.at("/previous_segment/name").asString()).isEqualTo("beta");
        assertThat(edited.at("/new_segment/name").asString()).isEqualTo("testers");
        assertThat(edited.get("features").toString()).isEqualTo("[{\"id\":" + feature + ",\"name\":\"basket_v2\"}]");

        shop.ana().delete("features/feature-segments/" + place.get("id").asInt() + "/");
        var removed = receiver.next("OVERRIDE_REMOVED").data();
        assertThat(removed.get("new_state").isNull()).isTrue();
        assertThat(removed.at("/previous_state/feature_state_value").asString()).isEqualTo("red");
    }

    private JsonNode change(Map<String, ?> change) {
        return shop.ana().patch(options, change).ok();
    }
}
