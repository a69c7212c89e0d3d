package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeDetailsTest {

    private final ChangeDetails details = new ChangeDetails();

    @Test
    void writtenChangesAreReadBack() {
        var written = details.write(List.of(
                new FieldChange("enabled", false, true),
                new FieldChange("integer_value", null, 7),
                new FieldChange("tags", List.of(), List.of(9))));

        assertThat(written)
                .isEqualTo("[{\"field\":\"enabled\",\"old\":false,\"new\":true},"
                        + "{\"field\":\"integer_value\",\"old\":null,\"new\":7},"
                        + "{\"field\":\"tags\",\"old\":[],\"new\":[9]}]");
        assertThat(details.read(written))
                .containsExactly(
                        new FieldChange("enabled", false, true),
                        new FieldChange("integer_value", null, 7),
                        new FieldChange("tags", List.of(), List.of(9)));
    }

    @Test
    void noChangesAreAnEmptyList() {
        assertThat(details.read(details.write(List.of()))).isEmpty();
    }

    @Test
    void rulesOfASegmentHaveTheWireFormat() {
        var rules = List.of(new SegmentRule(40, SegmentRule.Type.ALL, List.of(), List.of()));

        assertThat(details.write(List.of(new FieldChange("rules_data", List.of(), rules))))
                .endsWith("\"new\":[{\"id\":40,\"type\":\"ALL\",\"rules\":[],\"conditions\":[]}]}]");
    }
}
