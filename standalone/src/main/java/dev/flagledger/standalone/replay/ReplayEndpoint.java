package dev.flagledger.standalone.replay;

import dev.flagledger.ledger.history.Refold;
import dev.flagledger.ledger.projection.Progress;
import dev.flagledger.ledger.projection.Projections;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Rebuilds read models from the log while they are in use, and folds the log beside the state. Served on the management port only, and
 * there to callers on the same machine.
 */
@Endpoint(id = "replay")
public class ReplayEndpoint {

    /** The name of the state that a node holds in memory. */
    static final String MEMORY = "memory";

    private final Projections<?> projections;
    private final MemoryComparison memory;

    ReplayEndpoint(Projections<?> projections, MemoryComparison memory) {
        this.projections = projections;
        this.memory = memory;
    }

    /** The read models that are not replaced yet, each with how far its rebuild is. */
    record Replays(List<Progress> running) {}

    /** The progress of all rebuilds, on whatever node they run. */
    @ReadOperation
    public WebEndpointResponse<Replays> progress() {
        return LocalCaller.only(this::replays);
    }

    private WebEndpointResponse<Replays> replays() {
        return new WebEndpointResponse<>(new Replays(projections.outdated()));
    }

    /** Folds the log beside the state in memory, and tells whether they differ; 404 for any other name, 429 while one is running. */
    @ReadOperation
    public WebEndpointResponse<Refold> compare(@Selector String name) {
        return LocalCaller.only(() -> name.equals(MEMORY)
                ? memory.tryRun()
                        .map(WebEndpointResponse::new)
                        .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_TOO_MANY_REQUESTS))
                : new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }

    /** Starts a rebuild from the first event, or lets a running one continue; 404 if there is no such read model. */
    @WriteOperation
    public WebEndpointResponse<Replays> start(String name) {
        return LocalCaller.only(() -> {
            if (!projections.readModels().contains(name)) {
                return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
            }
            if (projections.outdated().stream()
                    .noneMatch(running -> running.name().equals(name))) {
                projections.rebuild(name);
            }
            return replays();
        });
    }
}
