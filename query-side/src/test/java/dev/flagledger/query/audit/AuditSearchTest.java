package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.engine.Shop;
import dev.flagledger.query.audit.find.AuditQuery;
import dev.flagledger.query.audit.find.AuditScope;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Filters as the database applies them. */
class AuditSearchTest {

    private static final AuditQuery ALL = new AuditQuery(null, List.of(), List.of(), "", null, null);

    /** The projects of environments. */
    private static final Map<Integer, Integer> PROJECTS = Map.of(5, 4, 6, 4, 50, 40);

    private final AuditNode node = new AuditNode();

    @Test
    void linesAreFilteredByProjectAndEnvironment() {
        node.run(lines -> {
            lines.append(
                    row("of the organisation", null, null),
                    row("of the project", 4, null),
                    row("of Live", 4, 5),
                    row("of Staging", 4, 6),
                    row("of another", 40, 50));

            assertThat(found(lines, ALL)).hasSize(5);
            assertThat(found(lines, new AuditQuery(4, List.of(), List.of(), "", null, null)))
                    .containsExactlyInAnyOrder("of the project", "of Live", "of Staging");
            assertThat(found(lines, new AuditQuery(null, List.of(5, 50), List.of(), "", null, null)))
                    .containsExactlyInAnyOrder("of Live", "of another");
            assertThat(found(lines, new AuditQuery(40, List.of(5), List.of(), "", null, null)))
                    .isEmpty();
        });
    }

    @Test
    void theOlderFilterByEnvironmentIncludesTheLinesOfItsProject() {
        node.run(lines -> {
            lines.append(
                    row("of the organisation", null, null),
                    row("of the project", 4, null),
                    row("of Live", 4, 5),
                    row("of Staging", 4, 6),
                    row("of another project", 40, null));

            assertThat(found(lines, new AuditQuery(null, List.of(), List.of(5), "", null, null)))
                    .containsExactlyInAnyOrder("of the project", "of Live");
            assertThat(found(lines, new AuditQuery(null, List.of(), List.of(5, 50), "", null, null)))
                    .containsExactlyInAnyOrder("of the project", "of Live", "of another project");
            assertThat(found(lines, new AuditQuery(null, List.of(), List.of(99), "", null, null)))
                    .isEmpty();
        });
    }

    @Test
    void aListBeginsBeforeALine() {
        node.run(lines -> {
            lines.append(row("first", 4, null), row("second", 4, null), row("third", 4, null));

            assertThat(found(lines, new AuditQuery(null, List.of(), List.of(), "", null, 3)))
                    .containsExactlyInAnyOrder("first", "second");
        });
    }

    @Test
    void aSearchIgnoresCaseAndHasNoWildcards() {
        node.run(lines -> {
            lines.append(row("Flag 100%_on \\o/", 4, null), row("flag 1000 on", 4, null));

            assertThat(found(lines, search("FLAG"))).hasSize(2);
            assertThat(found(lines, search("100%"))).containsExactly("Flag 100%_on \\o/");
            assertThat(found(lines, search("%_ON"))).containsExactly("Flag 100%_on \\o/");
            assertThat(found(lines, search("\\O"))).containsExactly("Flag 100%_on \\o/");
            assertThat(found(lines, search("0_o"))).isEmpty();
        });
    }

    @Test
    void noLineIsASystemEvent() {
        node.run(lines -> {
            lines.append(row("by Ana", 4, null));

            assertThat(found(lines, new AuditQuery(null, List.of(), List.of(), "", false, null)))
                    .hasSize(1);
            assertThat(found(lines, new AuditQuery(null, List.of(), List.of(), "", true, null)))
                    .isEmpty();
        });
    }

    /** No filter finds lines outside of the caller's scope. */
    @Test
    void filtersNeverExtendTheScope() {
        node.run(lines -> {
            lines.append(row("of the project", 4, null), row("of another", 40, null));
            var scope = AuditScope.ofProject(4);

            assertThat(lines.matching(ALL.within(scope, PROJECTS::get))).hasSize(1);
            assertThat(lines.matching(
                            new AuditQuery(40, List.of(), List.of(), "", null, null).within(scope, PROJECTS::get)))
                    .isEmpty();
        });
    }

    private static AuditQuery search(String text) {
        return new AuditQuery(null, List.of(), List.of(), text, null, null);
    }

    private static Stream<String> found(AuditNode.Lines lines, AuditQuery query) {
        return lines
                .matching(query.within(AuditScope.ofOrganisations(List.of(Shop.ORGANISATION)), PROJECTS::get))
                .stream();
    }

    private static AuditRow row(String log, @Nullable Integer project, @Nullable Integer environment) {
        var place = new Place(Shop.ORGANISATION, project, environment);
        var line = new AuditLine(log, place, null, ChangeType.UNKNOWN, List.of());
        return new AuditRow(Shop.open().last(), line, "[]", null);
    }
}
