package dev.flagledger.query.sdk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamLimitTest {

    private static final String CLIENT = "203.0.113.7";
    private static final String OTHER = "203.0.113.8";
    private static final String LOCAL = "127.0.0.1";

    private final StreamLimit limit = new StreamLimit(8, InetAddress::isLoopbackAddress);

    @ParameterizedTest
    @ValueSource(strings = {CLIENT, "2001:db8:1:2::1", "unknown"})
    void anAddressMayHaveAQuarterOfAllStreams(String address) {
        assertThat(limit.enter(address)).isTrue();
        assertThat(limit.enter(address)).isTrue();
        assertThat(limit.isFull(address)).isTrue();
        assertThat(limit.enter(address)).isFalse();

        assertThat(limit.enter(OTHER)).isTrue();
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        limit.enter("2001:db8:1:2::1");
        limit.enter("2001:db8:1:2::2");

        assertThat(limit.enter("2001:db8:1:2::3")).isFalse();
        assertThat(limit.enter("2001:db8:1:3::1")).isTrue();
    }

    @Test
    void anExemptAddressMayHaveAllStreams() {
        for (int i = 0; i < 8; i++) {
            assertThat(limit.enter(LOCAL)).isTrue();
        }
        assertThat(limit.enter(LOCAL)).isFalse();
        assertThat(limit.enter(OTHER)).isFalse();
    }

    @Test
    void aClosedStreamNoLongerCounts() {
        limit.enter(CLIENT);
        limit.enter(CLIENT);
        limit.leave(CLIENT);

        assertThat(limit.isFull(CLIENT)).isFalse();
        assertThat(limit.enter(CLIENT)).isTrue();
        assertThat(limit.enter(CLIENT)).isFalse();
    }

    @Test
    void refusedStreamsDoNotCount() {
        for (int i = 0; i < 20; i++) {
            limit.enter(CLIENT);
        }

        assertThat(limit.enter(OTHER)).isTrue();
    }

    @Test
    void whereNoStreamsAreAllowedNobodyHasOne() {
        assertThat(new StreamLimit(0, InetAddress::isLoopbackAddress).enter(LOCAL))
                .isFalse();
    }

    @Test
    void concurrentRequestsDoNotExceedTheLimit() {
        var entered = new AtomicInteger();
        try (var requests = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 10_000; i++) {
                requests.execute(() -> entered.addAndGet(limit.enter(LOCAL) ? 1 : 0));
            }
        }

        assertThat(entered).hasValue(8);
    }
}
