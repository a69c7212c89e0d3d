package dev.flagledger.ledger.log;

import dev.flagledger.ledger.Readiness;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** A node serves while none of its projections has stopped or stands before an event that it cannot get past. */
final class ProjectionsReadiness implements Readiness {

    private final EventProcessingConfiguration projections;

    ProjectionsReadiness(EventProcessingConfiguration projections) {
        this.projections = projections;
    }

    @Override
    public String name() {
        return "projections";
    }

    @Override
    public boolean ready() {
        return projections.eventProcessors().values().stream().allMatch(ProjectionsReadiness::follows);
    }

    /** One that another node runs is idle here, and that is well. */
    private static boolean follows(EventProcessor projection) {
        return projection.isRunning()
                && !projection.isError()
                && !(projection instanceof StreamingEventProcessor streaming
                        && streaming.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState));
    }
}
