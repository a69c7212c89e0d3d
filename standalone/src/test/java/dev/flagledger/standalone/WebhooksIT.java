package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.FlagCommand.UpdateSegmentOverride;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.testing.Receiver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks as receivers get them, in the contract's format. */
class WebhooksIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private Receiver receiver;

    @BeforeEach
    void subscribe() {
        shop = Shop.in(SERVER);
        receiver = Receiver.answering(200);
        shop.ana()
                .post(shop.webhooks(), Map.of("url", receiver.url(), "secret", "s3cret"))
                .ok();
    }

    @AfterEach
    void unsubscribe() {
        receiver.close();
    }

    @Test
    void aNewFeatureIsSentWithoutPreviousState() {
        shop.feature(Map.of("name", "basket_v2", "initial_value", "blue"));

        var told = receiver.next();

        assertThat(told.json().get("event_type").asString()).isEqualTo("FLAG_UPDATED");
        assertThat(told.data().has("previous_state")).isFalse();
        assertThat(told.data().get("timestamp").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        var state = told.data().get("new_state");
        assertThat(state.propertyNames())
                .containsExactly(
                        "enabled",
                        "environment",
                        "feature",
                        "feature_segment",
                        "feature_state_value",
                        "identity",
                        "identity_identifier",
                        "multivariate_feature_state_values");
        assertThat(state.get("feature").propertyNames())
                .containsExactly(
                        "created_date",
                        "default_enabled",
                        "description",
                        "id",
                        "initial_value",
                        "name",
                        "project",
                        "type");
        assertThat(state.get("feature_state_value").asString()).isEqualTo("blue");
    }

    @Test
    void theSignatureCoversTheBytesThatAreSent() {
        shop.feature(Map.of("name", "basket_v2", "description", "für \ud83d\ude00"));

        var told = receiver.next();

        assertThat(told.header("X-Flagsmith-Signature")).isEqualTo(told.signedWith("s3cret"));
        assertThat(told.header("Content-Type")).isEqualTo("application/json");
        assertThat(told.body()).contains("f\\u00fcr \\ud83d\\ude00").matches("\\p{ASCII}*");
    }

    @Test
    void aChangeOfStateAndValueIsSentOnceWithBothStates() {
        int feature = shop.feature(Map.of("name", "basket_v2", "initial_value", "blue"));
        receiver.next();

        shop.ana()
                .put(shop.stateOf(feature), Map.of("enabled", true, "feature_state_value", 7))
                .ok();
        var told = receiver.next().data();
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", false)).ok();
        var next = receiver.next().data();

        assertThat(told.get("previous_state").get("enabled").asBoolean()).isFalse();
        assertThat(told.get("previous_state").get("feature_state_value").asString())
                .isEqualTo("blue");
        assertThat(told.get("new_state").get("enabled").asBoolean()).isTrue();
        assertThat(told.get("new_state").get("feature_state_value").asInt()).isEqualTo(7);
        assertThat(next.get("previous_state")).isEqualTo(told.get("new_state"));
    }

    @Test
    void aRequestWithoutChangeSendsNothing() {
        int feature = shop.feature(Map.of("name", "quiet"));
        receiver.next();

        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", false)).ok();
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();

        assertThat(receiver.next().data().get("previous_state").get("enabled").asBoolean())
                .isFalse();
    }

    @Test
    void anOverrideForASegmentIncludesTheSegment() {
        int feature = shop.feature(Map.of("name", "basket_v2"));
        receiver.next();
        var system = Attribution.SYSTEM;
        var commands = SERVER.part(Commands.class);
        int segment = 1_000_000 + feature;
        var beta = new SegmentDefinition("beta users", null, null, List.of(), List.of());
        commands.send(new CreateSegment(segment, UUID.randomUUID(), shop.project(), beta), system);
        var ids = new OverrideIds(4_000_000 + feature, UUID.randomUUID(), 5_000_000 + feature, UUID.randomUUID());
        var flag = new FlagId(shop.environment(), feature);

        commands.send(new OverrideForSegment(flag, segment, ids, 0, new Setting(true, FeatureValue.NONE)), system);
        var first = receiver.next().data();
        commands.send(new UpdateSegmentOverride(flag, segment, SettingChange.toggle(false)), system);
        var second = receiver.next().data();

        assertThat(first.has("previous_state")).isFalse();
        var featureSegment = first.get("new_state").get("feature_segment");
        assertThat(featureSegment.get("priority").asInt()).isZero();
        assertThat(featureSegment.get("segment").get("name").asString()).isEqualTo("beta users");
        assertThat(second.get("previous_state")).isEqualTo(first.get("new_state"));
        assertThat(first.get("new_state").get("identity").isNull()).isTrue();
    }

    @Test
    void anOverrideForAnIdentityIncludesTheIdentity() {
        int feature = shop.feature(Map.of("name", "basket_v2"));
        receiver.next();

        int identity = 2_000_000 + feature;
        var commands = SERVER.part(Commands.class);
        commands.send(
                new OverrideForIdentity(
                        shop.environment(),
                        identity,
                        "user-88",
                        feature,
                        3_000_000 + feature,
                        UUID.randomUUID(),
                        new Setting(true, FeatureValue.of("green"))),
                Attribution.SYSTEM);

        var state = receiver.next().data().get("new_state");
        assertThat(state.get("identity").asInt()).isEqualTo(identity);
        assertThat(state.get("identity_identifier").asString()).isEqualTo("user-88");
        assertThat(state.get("feature_segment").isNull()).isTrue();
        assertThat(state.get("feature_state_value").asString()).isEqualTo("green");
    }

    @Test
    void aFailedDeliveryIsTriedAgainUnderTheSameId() {
        try (var unsteady = Receiver.answering(503, 200)) {
            shop.ana().post(shop.webhooks(), Map.of("url", unsteady.url())).ok();

            shop.feature(Map.of("name", "basket_v2"));

            var attempts = unsteady.next(2);
            assertThat(attempts.get(1).body()).isEqualTo(attempts.get(0).body());
            assertThat(attempts.get(1).header("webhook-id"))
                    .isNotNull()
                    .isEqualTo(attempts.get(0).header("webhook-id"));
        }
    }

    @Test
    void aWebhookIsReadAsItWasWritten() {
        var listed = shop.ana().get(shop.webhooks()).ok();

        assertThat(listed.isArray()).isTrue();
        var webhook = listed.get(0);
        assertThat(webhook.propertyNames())
                .containsExactly("id", "url", "enabled", "created_at", "updated_at", "secret");
        assertThat(webhook.get("secret").asString()).isEqualTo("s3cret");
        var path = shop.webhooks() + webhook.get("id").asInt() + "/";
        assertThat(shop.ana().get(path).status()).isEqualTo(405);
        assertThat(shop.ana()
                        .patch(path, Map.of("enabled", false))
                        .ok()
                        .get("enabled")
                        .asBoolean())
                .isFalse();
        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana().get(shop.webhooks()).ok()).isEmpty();
        assertThat(shop.ana().delete(path).status()).isEqualTo(404);
    }

    @Test
    void internalAddressesAreRejected() {
        var refusals = new HashMap<String, String>();
        var internal = "[\"URLs must not target internal or private network addresses.\"]";
        refusals.put("http://10.0.0.1/x", internal);
        refusals.put("http://169.254.169.254/", internal);
        refusals.put("http://[fd00::1]/", internal);
        refusals.put("ftp://example.com/", "[\"Enter a valid http(s) URL.\"]");
        refusals.put("no url", "[\"Enter a valid http(s) URL.\",\"Enter a valid URL.\"]");
        refusals.put("javascript:x", "[\"Enter a valid http(s) URL.\",\"Enter a valid URL.\"]");
        refusals.put("http://", "[\"Enter a valid URL.\"]");
        refusals.put(
                "http://example.com/" + "x".repeat(200), "[\"Ensure this field has no more than 200 characters.\"]");

        refusals.forEach((url, problem) -> {
            var answer = shop.ana().post(shop.webhooks(), Map.of("url", url));
            assertThat(answer.status()).as(url).isEqualTo(400);
            assertThat(answer.json().get("url").toString()).isEqualTo(problem);
        });
    }
}
