package dev.flagledger.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.webhook.testing.Settings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverySettingsTest {

    @Test
    void theDefaultsAreWhatTheDocumentationSays() {
        assertThat(Settings.with())
                .isEqualTo(new DeliverySettings(
                        128,
                        8,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1),
                        List.of(
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(30),
                                Duration.ofHours(2),
                                Duration.ofHours(5),
                                Duration.ofHours(10),
                                Duration.ofHours(14),
                                Duration.ofHours(20),
                                Duration.ofHours(24))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in-flight=0",
                "per-endpoint=0",
                "connect-timeout=0",
                "response-timeout=-1s",
                "deadline=0",
                "lease=15s",
                "poll-interval=0",
                "retry-delays=5s,0"
            })
    void anInvalidSettingIsNamedInTheError(String setting) {
        assertThatThrownBy(() -> Settings.with(setting))
                .rootCause()
                .hasMessageStartingWith("flagledger.webhook." + setting.substring(0, setting.indexOf('=')));
    }
}
