package dev.flagledger.ledger.log;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How projections follow the log: by tracking processors, which are woken soon after a commit, in large batches when they are
 * behind. A projection that starts for the first time handles the log from its beginning as news, not as a replay, so
 * that also one that is closed to replay misses nothing.
 */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    private static final int BATCH = 500;

    /** Axon 4.13 would log what a projection throws and go on with the next event; here its batch is tried again. */
    @Bean
    ConfigurerModule trackingProcessors() {
        return configurer -> configurer
                .eventProcessing()
                .usingTrackingEventProcessors()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerTrackingEventProcessorConfiguration(
                        _ -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(BATCH)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken));
    }

    @Bean
    ProjectionsReadiness projectionsReadiness(EventProcessingConfiguration projections) {
        return new ProjectionsReadiness(projections);
    }
}
