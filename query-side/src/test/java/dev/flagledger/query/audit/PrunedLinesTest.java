package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.query.audit.row.AuditModel;
import dev.flagledger.query.audit.row.Rows;
import dev.flagledger.testing.Lines;
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
        lines.table().append(rows.subList(from, to), AuditModel.LINES);
    }

    private static void prune(AuditNode.Lines lines, long horizon) {
        lines.table().prune(new EventsPruned(Shop.ORGANISATION, horizon), AuditModel.LINES);
    }

    /** The lines of these keys; the id of the first is 1. */
    private static Map<Integer, String> told(Integer... keys) {
        return Stream.of(keys).collect(Collectors.toMap(key -> key + 1, key -> "New API key created: k" + key));
    }
}
