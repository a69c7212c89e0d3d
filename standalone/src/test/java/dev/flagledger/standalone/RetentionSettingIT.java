package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An organisation decides for how long its events are kept. */
class RetentionSettingIT {

    private final Shop shop = Shop.in(TestServer.shared());

    @Test
    void theRetentionIsAtLeastAMonth() {
        assertThat(retain(Map.of("days", 29)).json().get("days").get(0).asString())
                .contains("greater than or equal to 30");
        assertThat(retain(Map.of("days", 36_501)).status()).isEqualTo(400);
        assertThat(retain(Map.of("days", 30)).ok().get("days").asInt()).isEqualTo(30);
        var forEver = new HashMap<String, @Nullable Object>();
        forEver.put("days", null);
        var changed = retain(forEver).ok();
        assertThat(changed.get("days").isNull()).isTrue();
        assertThat(changed).isEqualTo(shop.ana().get(retention()).ok());
    }

    @Test
    void aLegalHoldNeedsAReason() {
        assertThat(retain(Map.of("legal_hold", true)).json().get("note").get(0).asString())
                .isEqualTo("This field is required.");
        assertThat(shop.ana().get(retention()).ok().get("legal_hold").asBoolean())
                .isFalse();

        var held = shop.ana()
                .with("Flagledger-Note", "case%207")
                .patch(retention(), Map.of("legal_hold", true))
                .ok();
        assertThat(held.get("legal_hold").asBoolean()).isTrue();
        var event = shop.ana()
                .get("organisations/" + shop.organisation() + "/events/?type=organisation.legal-hold-placed")
                .ok()
                .get("results")
                .get(0);
        assertThat(event.get("note").asString()).isEqualTo("case 7");
        assertThat(event.get("summary").asString()).isEqualTo("Legal hold placed: no events are pruned");
    }

    private String retention() {
        return "organisations/" + shop.organisation() + "/retention/";
    }

    private Api.Answer retain(Map<String, ?> retention) {
        return shop.ana().patch(retention(), retention);
    }
}
