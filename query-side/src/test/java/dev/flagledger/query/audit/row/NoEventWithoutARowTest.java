package dev.flagledger.query.audit.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.contract.audit.event.AuditLines;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Play;
import dev.flagledger.engine.Plays;
import dev.flagledger.engine.state.Installation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens has a row. */
class NoEventWithoutARowTest {

    @Property
    void everyEventHasARowThatTellsWhatHappened(@ForAll(supplier = Plays.class) Play play) {
        var state = Installation.EMPTY;
        for (var recorded : play.history().events()) {
            var row = row(state, recorded);
            assertThat(row.summary()).isNotBlank();
            assertThat(row.recorded()).isEqualTo(recorded);
            assertThat(row.scope().object()).matches("[a-z-]+:.+");
            state = state.evolve(recorded);
        }
    }

    @Property
    void eventsOfDeletedObjectsHaveARow(@ForAll(supplier = Plays.class) Play play) {
        var state = play.history().state();
        for (var late : play.late()) {
            var recorded = new RecordedEvent(9_999, History.at(9_999), Actor.SYSTEM, Origin.NONE, late);

            assertThat(row(state, recorded).summary()).isNotBlank();
        }
    }

    private static EventRow row(Installation before, RecordedEvent recorded) {
        var after = before.evolve(recorded);
        return EventRows.of(before, recorded, after, AuditLines.of(before, recorded, after));
    }
}
