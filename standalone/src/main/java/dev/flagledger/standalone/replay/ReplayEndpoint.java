package dev.flagledger.standalone.replay;

import dev.flagledger.installation.identity.rebuild.IdentityRebuild;
import dev.flagledger.ledger.projection.Progress;
import dev.flagledger.ledger.projection.Projections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Rebuilds read models from the log while they are in use, the rows of identities from theirs, and folds the log beside the state. Served
 * on the management port only, and there to callers on the same machine.
 */
@Endpoint(id = "replay")
public class ReplayEndpoint {

    /** The name of the state that a node holds in memory. */
    static final String MEMORY = "memory";

    private final Projections<?> projections;
    private final MemoryComparison memory;
    private final IdentityRebuild identities;

    ReplayEndpoint(Projections<?> projections, MemoryComparison memory, IdentityRebuild identities) {
        this.projections = projections;
        this.memory = memory;
        this.identities = identities;
    }

    /** What is being rebuilt, each with how far that is. */
    record Replays(List<Progress> running) {}

    /** The progress of all rebuilds: of read models on whatever node they run, of identities on this one. */
    @ReadOperation
    public WebEndpointResponse<Replays> progress() {
        return LocalCaller.only(this::replays);
    }

    private WebEndpointResponse<Replays> replays() {
        return new WebEndpointResponse<>(
                new Replays(Stream.concat(projections.outdated().stream(), identities.progress().stream())
                        .toList()));
    }

    /**
     * Folds the log beside the state in memory, and tells whether they differ, or 429 while another such fold is running; or tells how the
     * last rebuild of identities on this node ended, or 404 if none has since one began; 404 for any other name.
     */
    @ReadOperation
    public WebEndpointResponse<Object> result(@Selector String name) {
        return LocalCaller.only(() -> switch (name) {
            case MEMORY -> answer(memory.tryRun(), WebEndpointResponse.STATUS_TOO_MANY_REQUESTS);
            case IdentityRebuild.NAME -> answer(identities.result(), WebEndpointResponse.STATUS_NOT_FOUND);
            default -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        });
    }

    private static WebEndpointResponse<Object> answer(Optional<?> result, int statusOtherwise) {
        return result.<WebEndpointResponse<Object>>map(WebEndpointResponse::new)
                .orElseGet(() -> new WebEndpointResponse<>(statusOtherwise));
    }

    /**
     * Starts a rebuild from the first event, or lets a running one continue, or answers with 429 if it is one of identities; 404 if there
     * is no such read model.
     */
    @WriteOperation
    public WebEndpointResponse<Replays> start(String name) {
        return LocalCaller.only(() -> name.equals(IdentityRebuild.NAME) ? startOfIdentities() : startOf(name));
    }

    private WebEndpointResponse<Replays> startOfIdentities() {
        return identities.tryStart()
                ? replays()
                : new WebEndpointResponse<>(WebEndpointResponse.STATUS_TOO_MANY_REQUESTS);
    }

    private WebEndpointResponse<Replays> startOf(String name) {
        if (!projections.readModels().contains(name)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        if (projections.outdated().stream().noneMatch(running -> running.name().equals(name))) {
            projections.rebuild(name);
        }
        return replays();
    }
}
