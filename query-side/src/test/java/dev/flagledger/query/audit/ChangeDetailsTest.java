package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.query.audit.ChangeDetails.ChangeView;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeDetailsTest {

    private final ChangeDetails details = new ChangeDetails();

    @Test
    void whatIsWrittenIsReadAgain() {
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
                        new ChangeView("enabled", false, true),
                        new ChangeView("integer_value", null, 7),
                        new ChangeView("tags", List.of(), List.of(9)));
    }

    @Test
    void nothingChangedIsAnEmptyList() {
        assertThat(details.read(details.write(List.of()))).isEmpty();
    }
}
