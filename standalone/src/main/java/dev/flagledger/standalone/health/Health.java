package dev.flagledger.standalone.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.ledger.projection.Progress;
import java.util.List;

/**
 * Whether a node can serve.
 *
 * @param database whether the database answers, under the name that probes written for Flagsmith look for
 * @param migrations whether its tables are as this build wants them, likewise
 * @param waitingFor the parts that cannot serve
 * @param rebuilding the read models that are made anew while the old ones answer
 * @param degraded what the node cannot serve although it serves all else
 */
record Health(
        String status,
        @JsonProperty("DatabaseBackend") String database,
        @JsonProperty("MigrationsHealthCheck") String migrations,

        @JsonProperty("waiting_for") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> waitingFor,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Progress> rebuilding,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> degraded) {

    static final String OK = "ok";

    static Health of(List<String> waitingFor, List<Progress> rebuilding, List<String> degraded) {
        return new Health(
                status(waitingFor, degraded),
                component(DatabaseReadiness.NAME, waitingFor),
                component(MigrationsReadiness.NAME, waitingFor),
                waitingFor,
                rebuilding,
                degraded);
    }

    private static String status(List<String> waitingFor, List<String> degraded) {
        if (!waitingFor.isEmpty()) {
            return "not ready";
        }
        return degraded.isEmpty() ? OK : "degraded";
    }

    private static String component(String part, List<String> waitingFor) {
        return waitingFor.contains(part) ? "unavailable" : "working";
    }
}
