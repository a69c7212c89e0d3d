package dev.flagledger.command.flag;

import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.engine.state.Flag;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.modelling.command.CreationPolicyAggregateFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives the aggregate of a flag how the flag started, which its own stream does not say. Never refuses while it creates: Axon 4.13
 * does not give back the lock of an aggregate that it cannot create. Of one that it cannot load it does, and there a refusal has
 * to come before the first event: Axon wraps what an event handler throws, so that nobody would know it for one.
 *
 * @param beginnings how flags started
 */
record FlagFactory(Function<FlagId, Flag> beginnings)
        implements AggregateFactory<FlagAggregate>, CreationPolicyAggregateFactory<FlagAggregate> {

    @Override
    public FlagAggregate createAggregateRoot(String stream, DomainEventMessage<?> first) {
        var start = beginnings.apply(FlagCommand.flagOf(stream));
        return new FlagAggregate(() -> start);
    }

    @Override
    public FlagAggregate create(@Nullable Object stream) {
        var flag = FlagCommand.flagOf(
                Objects.requireNonNull(stream, "a command names its flag").toString());
        return new FlagAggregate(() -> beginnings.apply(flag));
    }

    @Override
    public Class<FlagAggregate> getAggregateType() {
        return FlagAggregate.class;
    }
}
