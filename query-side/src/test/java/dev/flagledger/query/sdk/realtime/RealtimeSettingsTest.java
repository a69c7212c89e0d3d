package dev.flagledger.query.sdk.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RealtimeSettingsTest {

    @Test
    void byDefaultAQuarterOfTheConnectionsIsLeftToOtherRequests() {
        assertThat(new RealtimeSettings(null).most(16_384)).isEqualTo(12_288);
    }

    @Test
    void theOperatorMayAllowMoreOrNone() {
        assertThat(new RealtimeSettings(20_000).most(16_384)).isEqualTo(20_000);
        assertThat(new RealtimeSettings(0).most(16_384)).isZero();
    }

    @Test
    void aNegativeNumberIsRefused() {
        assertThatThrownBy(() -> new RealtimeSettings(-1)).hasMessageContaining("FLAGLEDGER_REALTIME_MAX_STREAMS");
    }
}
