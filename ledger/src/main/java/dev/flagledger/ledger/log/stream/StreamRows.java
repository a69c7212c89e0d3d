package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.database.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The events of one statement that appends to a {@link StreamLog}, bound column by column, and how its result is read. */
final class StreamRows<E> {

    private final List<StreamAppend<E>> appends;
    private final List<Owned<String>> objects;
    private final List<Owned<StreamAppend.Key>> knownKeys;

    StreamRows(List<StreamAppend<E>> appends) {
        this.appends = appends;
        this.objects = owned(append -> append.context().requiredObjects());
        this.knownKeys = owned(StreamAppend::knownKeys);
    }

    /** A value that belongs to the event at an index, from 1. */
    private record Owned<T>(int place, T value) {}

    private <T> List<Owned<T>> owned(Function<StreamAppend<E>, List<T>> values) {
        var owned = new ArrayList<Owned<T>>();
        for (int place = 1; place <= appends.size(); place++) {
            for (var value : values.apply(appends.get(place - 1))) {
                owned.add(new Owned<>(place, value));
            }
        }
        return owned;
    }

    /**
     * Sets the parameters: the objects that must not have ended, the keys that must be the stored ones, the number of events, the
     * parameters of the read model, the new keys, the columns of the events, and the number again.
     */
    void bind(PreparedStatement statement, RowChange<E> rows) throws SQLException {
        var parameters = new Parameters(statement);
        parameters.add("int", objects, Owned::place);
        parameters.add("text", objects, Owned::value);
        bindKeys(parameters, knownKeys);
        parameters.add(appends.size());
        rows.bind(parameters, appends.stream().map(StreamAppend::placed).toList());
        bindKeys(parameters, owned(StreamAppend::drawnKeys));
        parameters.add("text", appends, append -> append.message().getAggregateIdentifier());
        parameters.add("bigint", appends, append -> append.message().getSequenceNumber());
        parameters.add(
                "timestamptz",
                appends,
                append -> append.message().getTimestamp().atOffset(ZoneOffset.UTC));
        parameters.add("text", appends, append -> append.stored().type());
        parameters.add("int", appends, append -> append.stored().revision());
        parameters.add("int", appends, append -> append.context().scope().organisationId());
        parameters.add("int", appends, append -> append.context().scope().projectId());
        parameters.add("int", appends, append -> append.context().scope().environmentId());
        parameters.addBytes(appends, append -> append.stored().entry().unsafeBytes());
        parameters.addBytes(appends, append -> append.stored().entry().leafHash());
        parameters.add(appends.size());
    }

    private static void bindKeys(Parameters parameters, List<Owned<StreamAppend.Key>> keys) throws SQLException {
        parameters.add("int", keys, Owned::place);
        parameters.add("text", keys, key -> key.value().subject());
        parameters.addBytes(keys, key -> key.value().wrapped());
    }

    /** Reads the outcome of each event: one row each, in order. */
    List<StreamOutcome> outcomes(ResultSet result) throws SQLException {
        var outcomes = new ArrayList<StreamOutcome>(appends.size());
        while (result.next()) {
            int ended = result.getInt(1);
            int contested = result.getInt(2);
            if (ended > 0) {
                outcomes.add(new StreamOutcome.Ended(objects.get(ended - 1).value()));
            } else if (contested > 0) {
                outcomes.add(new StreamOutcome.Contested(
                        knownKeys.get(contested - 1).value().subject()));
            } else {
                outcomes.add(new StreamOutcome.Done(result.getBoolean(3)));
            }
        }
        return outcomes;
    }
}
