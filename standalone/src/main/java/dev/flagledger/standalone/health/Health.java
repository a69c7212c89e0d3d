package dev.flagledger.standalone.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Whether a node can serve.
 *
 * @param database whether the database answers, under the name that probes written for Flagsmith look for
 * @param migrations whether its tables are as this build wants them, likewise
 * @param waitingFor the parts that cannot serve
 */
record Health(
        String status,
        @JsonProperty("DatabaseBackend") String database,
        @JsonProperty("MigrationsHealthCheck") String migrations,

        @JsonProperty("waiting_for") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> waitingFor) {

    static final String OK = "ok";

    static Health of(List<String> waitingFor) {
        return new Health(
                waitingFor.isEmpty() ? OK : "not ready",
                component(DatabaseReadiness.NAME, waitingFor),
                component(MigrationsReadiness.NAME, waitingFor),
                waitingFor);
    }

    private static String component(String part, List<String> waitingFor) {
        return waitingFor.contains(part) ? "unavailable" : "working";
    }
}
