package dev.flagledger.command.flag;

import dev.flagledger.api.flag.InitialState;
import dev.flagledger.engine.state.flag.Flag;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** Axon's fixture for a flag, which begins as the history would say. */
final class FlagFixture {

    private FlagFixture() {}

    static FixtureConfiguration<FlagAggregate> of(InitialState start) {
        var fixture = new AggregateTestFixture<>(FlagAggregate.class);
        var factory = new FlagFactory(_ -> Flag.of(start, Instant.EPOCH));
        fixture.registerAggregateFactory(factory);
        var handler = AggregateAnnotationCommandHandler.<FlagAggregate>builder()
                .aggregateType(FlagAggregate.class)
                .repository(fixture.getRepository())
                .creationPolicyAggregateFactory(factory)
                .build();
        // One that is loaded has been told its start, one that is created asks for it.
        fixture.registerIgnoredField(FlagAggregate.class, "beginning");
        handler.supportedCommandNames().forEach(name -> fixture.registerCommandHandler(name, handler));
        return fixture;
    }
}
