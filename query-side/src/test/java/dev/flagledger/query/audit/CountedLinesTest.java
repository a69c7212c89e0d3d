package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.Redaction;
import dev.flagledger.engine.Shop;
import dev.flagledger.ledger.projection.Tables;
import dev.flagledger.query.audit.find.AuditQuery;
import dev.flagledger.query.audit.find.AuditScope;
import dev.flagledger.query.audit.find.LineFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is written, erased and pruned, and however a list is filtered: its count and its pages are those of its lines. */
class CountedLinesTest {

    private static final int RUNS = 15;
    private static final int STEPS = 8;
    private static final int QUESTIONS = 30;
    private static final List<String> TEXTS = List.of("Flag on: a", "flag ON: a", "Flag on: b", "Segment: a", "x/y");

    private final AuditNode node = new AuditNode();

    /** A line as the table has it. */
    private record Stored(
            int id,
            int organisation,
            @Nullable Integer project,
            @Nullable Integer environment,
            String log) {}

    @Test
    void countsAndPagesAreThoseOfTheLines() {
        node.run(lines -> {
            for (int seed = 0; seed < RUNS; seed++) {
                var random = new Random(seed);
                lines.jdbc()
                        .sql("truncate query.audit_entry, query.audit_text, query.audit_pruned, query.audit_horizon")
                        .update();
                var written = new ArrayList<AuditRow>();
                for (int step = 0; step < STEPS; step++) {
                    write(lines, random, written);
                    countsAreKept(lines, seed);
                    listsAreRight(lines, random, seed);
                }
            }
        });
    }

    private static void write(AuditNode.Lines lines, Random random, List<AuditRow> written) {
        switch (random.nextInt(6)) {
            case 0 -> lines.table().erase(Subject.identity(random.nextInt(3)), Tables.LIVE);
            case 1 -> {
                var horizon = new EventsPruned(1 + random.nextInt(3), random.nextInt(written.size() + 1));
                // Of each organisation once in a run, as a later horizon is greater.
                if (lines.jdbc()
                        .sql("select from query.audit_horizon where organisation_id = ?")
                        .param(horizon.organisationId())
                        .query()
                        .listOfRows()
                        .isEmpty()) {
                    lines.table().prune(horizon, Tables.LIVE);
                }
            }
            default -> {
                var rows = IntStream.range(0, 1 + random.nextInt(20))
                        .mapToObj(row -> row(random, written.size() + row + 1))
                        .toList();
                written.addAll(rows);
                lines.append(rows.toArray(AuditRow[]::new));
            }
        }
    }

    private static AuditRow row(Random random, int position) {
        int organisation = 1 + random.nextInt(3);
        var project = random.nextInt(4) == 0 ? null : organisation * 10 + random.nextInt(2);
        var environment = project == null || random.nextInt(3) == 0 ? null : project * 10 + random.nextInt(2);
        var text = TEXTS.get(random.nextInt(TEXTS.size()));
        var redaction = random.nextInt(3) == 0
                ? new Redaction(Subject.identity(random.nextInt(3)), "erased " + text, List.of())
                : null;
        var line = new AuditLine(
                text, new Place(organisation, project, environment), null, ChangeType.UNKNOWN, List.of(), redaction);
        var last = Shop.open().last();
        return new AuditRow(
                new RecordedEvent(position, last.at(), last.actor(), last.origin(), last.event()), line, "[]", "[]");
    }

    private static void countsAreKept(AuditNode.Lines lines, int seed) {
        var kept = lines.jdbc().sql("select id, folded, lines from query.audit_text order by id");
        var counted = lines.jdbc().sql("""
                select text_id as id, lower(min(log)) as folded, cast(count(*) as int) as lines from query.audit_entry
                group by text_id, organisation_id, project_id, environment_id, log order by text_id""");
        assertThat(kept.query().listOfRows())
                .as("run %d", seed)
                .isEqualTo(counted.query().listOfRows());
    }

    private static void listsAreRight(AuditNode.Lines lines, Random random, int seed) {
        var stored = lines.jdbc()
                .sql(
                        "select id, organisation_id as organisation, project_id as project, environment_id as environment, log"
                                + " from query.audit_entry order by id desc")
                .query((row, _) -> new Stored(
                        row.getInt("id"),
                        row.getInt("organisation"),
                        row.getObject("project", Integer.class),
                        row.getObject("environment", Integer.class),
                        row.getString("log")))
                .list();
        for (int question = 0; question < QUESTIONS; question++) {
            int project = 10 * (1 + random.nextInt(3)) + random.nextInt(2);
            var scope = random.nextBoolean()
                    ? AuditScope.ofProject(project)
                    : AuditScope.ofOrganisations(IntStream.rangeClosed(1, 3)
                            .filter(_ -> random.nextBoolean())
                            .boxed()
                            .toList());
            var query = query(random);
            var expected = stored.stream()
                    .filter(line -> scope.includes(line.organisation(), line.project()) && matches(query, line))
                    .map(Stored::id)
                    .toList();
            int size = 1 + random.nextInt(5);
            int from = random.nextInt(expected.size() + size);
            var page = expected.subList(Math.min(from, expected.size()), Math.min(from + size, expected.size()));
            for (int gathered : List.of(0, 10, Integer.MAX_VALUE)) {
                var finder = new LineFinder(lines.jdbc(), gathered);
                var filter = query.within(scope, environment -> environment / 10);
                assertThat(finder.count(filter)).as("run %d, %s", seed, query).isEqualTo(expected.size());
                assertThat(finder.find(filter, expected.size(), from, size))
                        .as("run %d, %s, from %d", seed, query, from)
                        .isEqualTo(page);
            }
        }
    }

    private static AuditQuery query(Random random) {
        return new AuditQuery(
                random.nextInt(4) == 0 ? 10 + random.nextInt(2) : null,
                random.nextInt(3) == 0 ? List.of(100, 111, 200) : List.of(),
                random.nextInt(3) == 0 ? List.of(110, 301) : List.of(),
                List.of("", "", "FLAG", "a", "erased", "on: b", "/").get(random.nextInt(7)),
                random.nextInt(4) == 0 ? random.nextInt(4) == 0 : null,
                random.nextInt(3) == 0 ? 1 + random.nextInt(60) : null);
    }

    private static boolean matches(AuditQuery query, Stored line) {
        boolean whole = query.withProject().stream()
                .anyMatch(environment -> environment.equals(line.environment())
                        || (line.environment() == null
                                && Integer.valueOf(environment / 10).equals(line.project())));
        return (query.project() == null || query.project().equals(line.project()))
                && (query.environments().isEmpty()
                        || (line.environment() != null && query.environments().contains(line.environment())))
                && (query.withProject().isEmpty() || whole)
                && line.log().toLowerCase(Locale.ROOT).contains(query.search().toLowerCase(Locale.ROOT))
                && !Boolean.TRUE.equals(query.systemEvent())
                && (query.before() == null || line.id() < query.before());
    }
}
