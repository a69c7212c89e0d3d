package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HttpSettingsTest {

    @Test
    void everySettingHasADefault() {
        var settings = settings(Map.of());

        assertThat(settings.headerTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.bodyTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.bodyMinRate()).isEqualTo(500);
        assertThat(settings.bodyMinRateAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.maxConnectionsPerAddress()).isNull();
        assertThat(settings.proxyProtocol()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "10.1.2.3, true", "::1, true", "fd00::1, true", "192.0.2.1, false"})
    void privateNetworksAreTrustedByDefault(String address, boolean trusted) {
        var proxies = new TrustedProxies(settings(Map.of()).trustedProxies());

        assertThat(proxies.contains(InetAddress.ofLiteral(address))).isEqualTo(trusted);
    }

    @Test
    void networksAreSeparatedByCommas() {
        assertThat(settings(Map.of("flagledger.http.trusted-proxies", "10.0.0.0/8,::1/128"))
                        .trustedProxies())
                .containsExactly("10.0.0.0/8", "::1/128");
    }

    @Test
    void noConnectionsPerAddressMeansNoLimit() {
        assertThat(settings(Map.of("flagledger.http.max-connections-per-address", "0"))
                        .maxConnectionsPerAddress())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "max-connections-per-address, -1, MAX_CONNECTIONS_PER_ADDRESS must not be negative",
        "body-min-rate, -1, BODY_MIN_RATE must not be negative",
        "body-min-rate-after, -1s, BODY_MIN_RATE_AFTER must not be negative",
        "body-timeout, 0s, BODY_TIMEOUT must be positive",
        "header-timeout, -1s, HEADER_TIMEOUT must be positive",
    })
    void invalidSettingsAreRefused(String name, String value, String message) {
        var properties = Map.of("flagledger.http." + name, value);

        assertThatThrownBy(() -> settings(properties)).rootCause().hasMessage("FLAGLEDGER_HTTP_" + message);
    }

    private static HttpSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("flagledger.http", HttpSettings.class);
    }
}
