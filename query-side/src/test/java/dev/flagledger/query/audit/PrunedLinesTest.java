package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.contract.audit.event.AuditLines;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.projection.Tables;
import dev.flagledger.query.audit.row.AuditModel;
import dev.flagledger.query.audit.row.Rows;
import dev.flagledger.testing.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines and rows of pruned events are deleted, and those of others keep their ids. */
class PrunedLinesTest {

    private static final int OTHER = 30;

    private final AuditNode node = new AuditNode();

    /** Six lines from position 10 on, in turn of two organisations. */
    private final List<AuditRow> rows = rows();

    private static List<AuditRow> rows() {
        var history = Shop.open()
                .then(new OrganisationCreated(
                        OTHER, Shop.id(OTHER), new OrganisationSettings("Other", null, false, false)));
        return IntStream.range(0, 6)
                .mapToObj(key -> history.then(
                        new ApiKeyCreated(key % 2 == 0 ? Shop.ORGANISATION : OTHER, Wares.apiKey(key, "k" + key))))
                .map(then -> new AuditRow(then.last(), Lines.line(then), "[]", null))
                .toList();
    }

    @Test
    void laterLinesGetTheIdsThatTheyWouldHave() {
        node.run(lines -> {
            append(lines, 0, 5);
            prune(lines, 14);
            assertThat(lines.all()).isEqualTo(told(1, 3));

            append(lines, 5, 6);
            assertThat(lines.all()).isEqualTo(told(1, 3, 5));
        });
    }

    @Test
    void aRebuildAssignsTheSameIds() {
        node.run(lines -> {
            append(lines, 0, 6);
            prune(lines, 12);
            var live = lines.all();
            assertThat(live).isEqualTo(told(1, 3, 4, 5));

            lines.clear();
            append(lines, 0, 2);
            append(lines, 2, 6);
            assertThat(lines.all()).isEqualTo(live);

            lines.clear();
            append(lines, 1, 2);
            append(lines, 3, 6);
            prune(lines, 12);
            assertThat(lines.all()).isEqualTo(live);
        });
    }

    @Test
    void aRebuildFromWhatIsLeftAssignsTheSameIds() {
        var setting =
                new FeatureStateUpdated(Shop.LIVE, Shop.BASKET, 100, new SettingChange(true, FeatureValue.NONE, null));
        var history = Shop.open().then(Shop.feature(Shop.BASKET, "basket", 100, 101), setting, setting);
        long horizon = history.last().position();
        var events = history.then(new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(1, "k")))
                .events();
        // The second change repeats the first. It has a line only if that is gone.
        var lean =
                events.stream().filter(event -> event.position() != horizon - 1).toList();
        assertThat(positions(told(events))).doesNotContain(horizon);
        assertThat(positions(told(lean))).contains(horizon);

        node.run(lines -> {
            lines.table().append(told(events), Tables.LIVE);
            prune(lines, horizon);
            var live = lines.all();
            assertThat(live).hasSize(1);

            lines.clear();
            lines.table().append(told(lean), Tables.LIVE);
            prune(lines, horizon);
            assertThat(lines.all()).isEqualTo(live);
        });
    }

    private static List<AuditRow> told(List<RecordedEvent> events) {
        List<AuditRow> told = new ArrayList<>();
        var state = Installation.EMPTY;
        for (var event : events) {
            var after = state.evolve(event);
            AuditLines.of(state, event, after).forEach(line -> told.add(new AuditRow(event, line, "[]", null)));
            state = after;
        }
        return told;
    }

    private static List<Long> positions(List<AuditRow> rows) {
        return rows.stream().map(row -> row.recorded().position()).toList();
    }

    @Test
    void rowsOfEventsGoButThoseAboutRetention() {
        node.run(lines -> {
            var events = lines.events();
            var history = Shop.open();
            for (var event : List.of(
                    new RetentionChanged(Shop.ORGANISATION, 30),
                    new MemberRemoved(Shop.ORGANISATION, Shop.BO),
                    new MemberRemoved(Shop.ORGANISATION, Shop.ANA))) {
                events.append(List.of(Rows.of(history.then(event))), AuditModel.EVENTS);
            }
            long last = history.last().position();

            events.prune(new EventsPruned(Shop.ORGANISATION, last - 1), AuditModel.EVENTS);

            assertThat(lines.positions()).containsExactly(last - 2, last);
        });
    }

    private void append(AuditNode.Lines lines, int from, int to) {
        lines.table().append(rows.subList(from, to), Tables.LIVE);
    }

    private static void prune(AuditNode.Lines lines, long horizon) {
        lines.table().prune(new EventsPruned(Shop.ORGANISATION, horizon), Tables.LIVE);
    }

    /** The lines of these keys; the id of the first is 1. */
    private static Map<Integer, String> told(Integer... keys) {
        return Stream.of(keys).collect(Collectors.toMap(key -> key + 1, key -> "New API key created: k" + key));
    }
}
