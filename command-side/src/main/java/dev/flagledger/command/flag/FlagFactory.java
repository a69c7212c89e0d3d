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
 * Gives the aggregate of a flag how the flag started, which its own stream does not say. Never refuses by itself: Axon 4.13 does
 * not give back the lock of an aggregate that it cannot create.
 *
 * @param beginnings how flags started
 */
record FlagFactory(Function<FlagId, Flag> beginnings)
        implements AggregateFactory<FlagAggregate>, CreationPolicyAggregateFactory<FlagAggregate> {

    @Override
    public FlagAggregate createAggregateRoot(String stream, DomainEventMessage<?> first) {
        return create(stream);
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
