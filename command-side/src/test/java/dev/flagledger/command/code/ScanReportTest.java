package dev.flagledger.command.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.code.CodeReference;
import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import dev.flagledger.command.code.ScanReport.Reference;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Forms;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanReportTest {

    private static final String URL = "https://code.example.test/shop";
    private static final String HEAD = "'repository_url': '" + URL + "', 'revision': 'c0ffee'";

    @Test
    void featuresAreKnownByTheirNamesAndOthersArePassedOver() {
        var report = read("'code_references': [" + reference("basket_v2", 7) + "," + reference("unheard_of", 8) + "]");

        assertThat(report)
                .isEqualTo(new ScanReport(
                        URL,
                        "github",
                        "c0ffee",
                        List.of(
                                new Reference("basket_v2", "src/basket.js", 7),
                                new Reference("unheard_of", "src/basket.js", 8))));
        assertThat(report.toScan(Shop.withBasket().state().project(Shop.PROJECT).orElseThrow()))
                .isEqualTo(new CodeScan(
                        URL,
                        VcsProvider.GITHUB,
                        "c0ffee",
                        List.of(new CodeReference(Shop.BASKET, "src/basket.js", 7))));
    }

    @Test
    void aRepositoryMaySpeakOfNoFeatureAtAll() {
        assertThat(read("'code_references': []").codeReferences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            'code_references': null                           ; {code_references=[This field may not be null.]}
            'vcs_provider': 'gitlab', 'code_references': []   ; {vcs_provider=["gitlab" is not a valid choice.]}
            'code_references': [{}]                           ; {code_references=[{feature_name=[This field is required.], file_path=[This field is required.], line_number=[This field is required.]}]}
            'code_references': [{'feature_name': 'a', 'file_path': 'b', 'line_number': 0}]   ; {code_references=[{line_number=[Ensure this value is greater than or equal to 1.]}]}
            'code_references': [{'feature_name': 'a', 'file_path': 'b', 'line_number': 'x'}] ; {code_references=[{line_number=[A valid integer is required.]}]}
            """)
    void invalidFieldsAreRejected(String sent, String problems) {
        var form = Forms.of("{" + HEAD + ", " + sent + "}");
        ScanReport.read(form);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void aRepositoryHasAnAddress() {
        var form = Forms.of("{'repository_url': 'shop', 'revision': ''}");
        ScanReport.read(form);

        assertThat(Forms.problems(form))
                .isEqualTo("{repository_url=[Enter a valid URL.], revision=[This field may not be blank.],"
                        + " code_references=[This field is required.]}");
    }

    @Test
    void aScanHasAtMostTenThousandReferences() {
        var form = Forms.of("{" + HEAD + ", 'code_references': ["
                + String.join(",", Collections.nCopies(10_001, reference("basket_v2", 7))) + "]}");
        ScanReport.read(form);

        assertThat(Forms.problems(form))
                .isEqualTo("{code_references=[Ensure this field has no more than 10000 elements.]}");
    }

    private static ScanReport read(String references) {
        return ScanReport.read(Forms.of("{" + HEAD + ", " + references + "}"));
    }

    private static String reference(String feature, int line) {
        return "{'feature_name': '" + feature + "', 'file_path': 'src/basket.js', 'line_number': " + line + "}";
    }
}
