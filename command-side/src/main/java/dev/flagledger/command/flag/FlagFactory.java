package dev.flagledger.command.flag;

import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.engine.state.flag.Flag;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.modelling.command.CreationPolicyAggregateFactory;
import org.jspecify.annotations.Nullable;

/**
 * Creates flag aggregates with their initial states, which are not in their own streams. Creation must not throw: Axon
 * 4.13 does not release the lock of an aggregate that it fails to create. Loading does release it, and must reject
 * before the first event is replayed, since Axon wraps exceptions of event handlers.
 *
 * @param beginnings supplies the initial state of a flag
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
