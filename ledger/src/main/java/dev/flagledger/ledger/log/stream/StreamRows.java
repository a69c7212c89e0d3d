package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.database.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The events of one statement that appends to a {@link StreamLog}, by columns, and what it answers of each. */
final class StreamRows<E> {

    private final List<StreamAppend<E>> appends;
    private final List<Owned<String>> things;
    private final List<Owned<StreamAppend.Key>> knownKeys;

    StreamRows(List<StreamAppend<E>> appends) {
        this.appends = appends;
        this.things = owned(append -> append.context().things());
        this.knownKeys = owned(StreamAppend::knownKeys);
    }

    /** Something that belongs to the event at a place, from 1. */
    private record Owned<T>(int place, T thing) {}

    private <T> List<Owned<T>> owned(Function<StreamAppend<E>, List<T>> which) {
        var owned = new ArrayList<Owned<T>>();
        for (int place = 1; place <= appends.size(); place++) {
            for (var thing : which.apply(appends.get(place - 1))) {
                owned.add(new Owned<>(place, thing));
            }
        }
        return owned;
    }

    /**
     * Sets the things that must not have ended, the keys that must be those that are stored, how many events there are, what
     * the rows take, the keys that are new, the columns of the events, and again how many there are.
     */
    void bind(PreparedStatement statement, RowChange<E> rows) throws SQLException {
        var parameters = new Parameters(statement);
        parameters.add("int", things, Owned::place);
        parameters.add("text", things, Owned::thing);
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
        parameters.add("text", keys, key -> key.thing().subject());
        parameters.addBytes(keys, key -> key.thing().wrapped());
    }

    /** What became of each event, as the statement answers: a row for each, in their order. */
    List<StreamOutcome> outcomes(ResultSet answers) throws SQLException {
        var outcomes = new ArrayList<StreamOutcome>(appends.size());
        while (answers.next()) {
            int ended = answers.getInt(1);
            int contested = answers.getInt(2);
            if (ended > 0) {
                outcomes.add(new StreamOutcome.Ended(things.get(ended - 1).thing()));
            } else if (contested > 0) {
                outcomes.add(new StreamOutcome.Contested(
                        knownKeys.get(contested - 1).thing().subject()));
            } else {
                outcomes.add(new StreamOutcome.Done(answers.getBoolean(3)));
            }
        }
        return outcomes;
    }
}
