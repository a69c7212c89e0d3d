package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid addresses of webhooks, on a server that allows internal ones. */
class WebhookAddressesIT {

    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = Shop.in(TestServer.shared());
    }

    @ParameterizedTest
    @MethodSource("dev.flagledger.testing.HostileHosts#all")
    void aNumericHostIsRejected(String host) {
        for (var url : new String[] {"http://" + host + "/", "https://" + host + ":8443/hook?x=y"}) {
            var answer = shop.ana().post(shop.webhooks(), Map.of("url", url));

            assertThat(answer.status()).as(url).isEqualTo(400);
            assertThat(answer.json().propertyNames()).containsExactly("url");
        }
    }
}
