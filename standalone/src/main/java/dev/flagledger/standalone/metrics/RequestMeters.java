package dev.flagledger.standalone.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** Counters and histograms of requests, with Flagsmith's names and bucket boundaries. */
final class RequestMeters {

    private static final Duration[] DURATIONS = DoubleStream.of(
                    .005, .01, .025, .05, .075, .1, .25, .5, .75, 1, 2.5, 5, 7.5, 10)
            .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
            .toArray(Duration[]::new);

    private static final double KIB = 1024;
    private static final double[] SIZES = {KIB, 10 * KIB, 100 * KIB, 500 * KIB, KIB * KIB, 5 * KIB * KIB, 10 * KIB * KIB
    };

    private final MeterRegistry registry;
    private final ConcurrentMap<Kind, Meters> byKind = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * The labels of a request. There must be few values, since the meters of a kind exist until the node stops.
     *
     * @param route the path template; empty if there is none
     */
    record Kind(String route, String method, int status) {}

    private record Meters(Counter requests, Timer duration, DistributionSummary size) {}

    /**
     * Records a completed request.
     *
     * @param bytes the size of the response body
     */
    void record(Kind kind, long nanos, long bytes) {
        var meters = byKind.get(kind);
        if (meters == null) {
            meters = byKind.computeIfAbsent(kind, this::register);
        }
        meters.requests().increment();
        meters.duration().record(nanos, TimeUnit.NANOSECONDS);
        meters.size().record((double) bytes);
    }

    private Meters register(Kind kind) {
        var tags = Tags.of(
                "route", kind.route(), "method", kind.method(), "response_status", Integer.toString(kind.status()));
        return new Meters(
                Counter.builder("flagsmith.http.server.requests")
                        .description("Total number of HTTP requests.")
                        .tags(tags)
                        .register(registry),
                Timer.builder("flagsmith.http.server.request.duration")
                        .description("HTTP request duration in seconds.")
                        .serviceLevelObjectives(DURATIONS)
                        .tags(tags)
                        .register(registry),
                DistributionSummary.builder("flagsmith.http.server.response.size")
                        .description("HTTP response size in bytes.")
                        .baseUnit("bytes")
                        .serviceLevelObjectives(SIZES)
                        .tags(tags)
                        .register(registry));
    }
}
