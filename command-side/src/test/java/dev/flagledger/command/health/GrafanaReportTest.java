package dev.flagledger.command.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReason.TextBlock;
import dev.flagledger.api.health.HealthReason.UrlBlock;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.testing.Forms;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrafanaReportTest {

    private static final String LABELS = "'labels': {'flagsmith_feature': 'basket'}";

    @Test
    void anAlertIsReadWithAllThatCanBeUsedOfIt() {
        var alert = """
                {'status': 'firing', 'fingerprint': 'c0ffee',
                 'labels': {'alertname': 'Errors', 'flagsmith_feature': 'basket', 'flagsmith_environment': 'Live'},
                 'annotations': {'summary': 'too many', 'description': 'of them', 'runbook': 'elsewhere'},
                 'generatorURL': 'https://g.test/alert', 'dashboardURL': 'https://g.test/d', 'panelURL': '',
                 'silenceURL': 'https://g.test/quiet'}""";

        assertThat(read(alert))
                .containsExactly(new ReportedHealth(
                        "basket",
                        "Live",
                        "c0ffee",
                        Status.UNHEALTHY,
                        new HealthReason(
                                List.of(new TextBlock("Errors", "too many"), new TextBlock("Errors", "of them")),
                                List.of(
                                        new UrlBlock("Alert", "https://g.test/alert"),
                                        new UrlBlock("Dashboard", "https://g.test/d"),
                                        new UrlBlock("Silence", "https://g.test/quiet")))));
    }

    @ParameterizedTest
    @CsvSource({"resolved, HEALTHY", "firing, UNHEALTHY", "whatever, UNHEALTHY", "'', UNHEALTHY"})
    void onlyWhatIsResolvedIsWell(String status, Status read) {
        assertThat(read("{'status': '" + status + "', " + LABELS + "}")
                        .getFirst()
                        .status())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'labels': {}}",
                "{'labels': {'alertname': 'Errors'}}",
                "{'labels': {'flagsmith_feature': ''}}",
                "{'labels': {'flagsmith_feature': 7}}"
            })
    void anAlertOfNoFeatureIsGrafanasOwnMatter(String alert) {
        assertThat(read(alert)).isEmpty();
    }

    @Test
    void whatIsTooLongIsCutAndAnAddressThatIsTooLongIsLeftOut() {
        var alert = "{'fingerprint': '" + "\ud83d\ude00".repeat(201) + "', 'annotations': {'summary': '"
                + "x".repeat(2_001) + "'}, 'generatorURL': 'https://g.test/" + "x".repeat(2_000) + "', " + LABELS + "}";

        var said = read(alert).getFirst();

        assertThat(said.source()).isEqualTo("\ud83d\ude00".repeat(200));
        var reason = Objects.requireNonNull(said.reason());
        assertThat(reason.textBlocks()).containsExactly(new TextBlock(null, "x".repeat(2_000)));
        assertThat(reason.urlBlocks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//g.test", "g.test"})
    void whatIsNoAddressOfTheWebIsNoLink(String url) {
        var said = read("{'generatorURL': '" + url + "', " + LABELS + "}").getFirst();

        assertThat(Objects.requireNonNull(said.reason()).urlBlocks()).isEmpty();
    }

    @Test
    void eachAlertIsReadByItself() {
        assertThat(read("{" + LABELS + "}, {}, {'status': 'resolved', " + LABELS + "}"))
                .extracting(ReportedHealth::status)
                .containsExactly(Status.UNHEALTHY, Status.HEALTHY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}              ; {alerts=[This field is required.]}
            {'alerts': 7}   ; {alerts={non_field_errors=[Expected a list of items but got type "int".]}}
            {'alerts': [7]} ; {alerts=[{non_field_errors=[Invalid data. Expected a dictionary, but got int.]}]}
            """)
    void whatIsNoListOfAlertsIsRefused(String sent, String problems) {
        assertThat(Forms.problems(() -> GrafanaReport.read(Forms.of(sent)))).isEqualTo(problems);
    }

    private static List<ReportedHealth> read(String alerts) {
        return GrafanaReport.read(Forms.of("{'alerts': [" + alerts + "]}"));
    }
}
