package dev.flagledger.query.audit.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Subject;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.Redaction;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDescriptionsTest {

    private static final Subject ANA = Subject.user(1);
    private static final FieldChange ENABLED = new FieldChange("enabled", false, true);
    private static final FieldChange EMAIL = new FieldChange("email", null, "ana@example.test");
    private static final FieldChange ERASED = new FieldChange("email", null, "erased");

    @Test
    void theFirstLineIsTheSummaryAndEachChangeIsListedOnce() {
        var other = new FieldChange("string_value", "blue", "red");

        var described = LineDescriptions.of(List.of(line("first", ENABLED), line("second", ENABLED, other)));

        assertThat(described).isEqualTo(EventDescription.of("first", List.of(ENABLED, other)));
    }

    @Test
    void aRedactionCoversTheChangesOfAllLines() {
        var described =
                LineDescriptions.of(List.of(personal("of ana@example.test", "of erased"), line("second", ENABLED)));

        assertThat(described.summary()).isEqualTo("of ana@example.test");
        assertThat(described.difference()).containsExactly(EMAIL, ENABLED);
        assertThat(described.redaction()).isEqualTo(new Redaction(ANA, "of erased", List.of(ERASED, ENABLED)));
    }

    @Test
    void aPersonIsNamedByTheTombstoneInTheRedactionOnly() {
        var described = EventDescription.of(
                ANA, "erased", naming -> EventDescription.of("Login of " + naming.apply("ana"), List.of(ENABLED)));

        assertThat(described)
                .isEqualTo(new EventDescription(
                        "Login of ana", List.of(ENABLED), new Redaction(ANA, "Login of erased", List.of(ENABLED))));
    }

    private static AuditLine line(String log, FieldChange... changes) {
        return new AuditLine(log, new Place(3, 4, 5), null, ChangeType.UPDATE, List.of(changes));
    }

    private static AuditLine personal(String log, String redacted) {
        return new AuditLine(
                log,
                new Place(3, 4, 5),
                null,
                ChangeType.UPDATE,
                List.of(EMAIL),
                new Redaction(ANA, redacted, List.of(ERASED)));
    }
}
