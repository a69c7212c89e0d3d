package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** The endpoints of the management port, and its address. */
class ManagementPortIT {

    private static final TestServer SERVER = Management.server();
    private static final Management MANAGEMENT = Management.ofServer();

    @Test
    void healthIsServedOnTheManagementPort() {
        assertThat(MANAGEMENT.get("/health/readiness").body()).contains("\"status\":\"UP\"", "\"projections\"");
        assertThat(MANAGEMENT.get("/health/liveness").body()).contains("\"status\":\"UP\"");
    }

    @Test
    void otherEndpointsAreNotServed() {
        assertThat(MANAGEMENT.get("/env").statusCode()).isEqualTo(404);
        assertThat(MANAGEMENT.get("/heapdump").statusCode()).isEqualTo(404);
        assertThat(MANAGEMENT.get("/api/v1/projects/").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheLoopbackAddressIsBound() throws IOException {
        var elsewhere = MANAGEMENT.elsewhere("/metrics");
        assumeTrue(elsewhere.isPresent(), "needs an address besides the loopback one");

        assertThatThrownBy(() -> Management.send(HttpRequest.newBuilder(elsewhere.get())))
                .hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void withoutThePortThereAreNoMetrics() {
        var other = TestServer.shared();

        assertThat(other.part(Environment.class).getProperty("local.management.port"))
                .isNull();
        assertThat(other.part(MeterRegistry.class)).isNotInstanceOf(PrometheusMeterRegistry.class);
        assertThat(SERVER.part(MeterRegistry.class)).isInstanceOf(PrometheusMeterRegistry.class);
        assertThat(Management.send(HttpRequest.newBuilder(other.address().resolve("/metrics")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Management.send(HttpRequest.newBuilder(SERVER.address().resolve("/metrics")))
                        .statusCode())
                .isEqualTo(404);
    }
}
