package dev.flagledger.command.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReason.TextBlock;
import dev.flagledger.api.health.HealthReason.UrlBlock;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.testing.Forms;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookReportTest {

    @Test
    void itSaysHowOneFeatureFares() {
        assertThat(read("{'feature': 'basket', 'status': 'healthy'}"))
                .containsExactly(new ReportedHealth("basket", null, null, Status.HEALTHY, null));
        assertThat(read("{'feature': 'basket', 'environment': null, 'status': 'unhealthy', 'reason': null}"))
                .containsExactly(new ReportedHealth("basket", null, null, Status.UNHEALTHY, null));
    }

    @Test
    void itMaySayWhereAndWhy() {
        var sent = """
                {'feature': 'basket', 'environment': 'Live', 'status': 'unhealthy', 'reason': {
                    'text_blocks': [{'title': 'Latency', 'text': 'slow'}, {'text': 'very'}],
                    'url_blocks': [{'title': null, 'url': 'https://graphs.example.test/'}]}}""";

        assertThat(read(sent))
                .containsExactly(new ReportedHealth(
                        "basket",
                        "Live",
                        null,
                        Status.UNHEALTHY,
                        new HealthReason(
                                List.of(new TextBlock("Latency", "slow"), new TextBlock(null, "very")),
                                List.of(new UrlBlock(null, "https://graphs.example.test/")))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                                                           ; {feature=[This field is required.], status=[This field is required.]}
            {'feature': 'a', 'status': 'ill'}                            ; {status=["ill" is not a valid choice.]}
            {'feature': 'a', 'status': 'healthy', 'environment': ''}     ; {environment=[This field may not be blank.]}
            {'feature': 'a', 'status': 'healthy', 'reason': 'so'}        ; {reason={non_field_errors=[Invalid data. Expected a dictionary, but got str.]}}
            {'feature': 'a', 'status': 'healthy', 'reason': {'text_blocks': [{}]}}             ; {reason={text_blocks=[{text=[This field is required.]}]}}
            {'feature': 'a', 'status': 'healthy', 'reason': {'url_blocks': [{'url': 'a'}]}}    ; {reason={url_blocks=[{url=[Enter a valid URL.]}]}}
            {'feature': 'a', 'status': 'healthy', 'reason': {'url_blocks': [{'url': 'ftp://a.test/'}]}} ; {reason={url_blocks=[{url=[Enter a valid http(s) URL.]}]}}
            """)
    void invalidFieldsAreRejected(String sent, String problems) {
        assertThat(Forms.problems(() -> read(sent))).isEqualTo(problems);
    }

    @Test
    void aReasonHasAtMostTwentyBlocksOfAKind() {
        assertThat(Forms.problems(() -> read(withBlocks(20)))).isEqualTo("{}");
        assertThat(Forms.problems(() -> read(withBlocks(21))))
                .isEqualTo("{reason={text_blocks=[Ensure this field has no more than 20 elements.]}}");
    }

    private static String withBlocks(int count) {
        var blocks = String.join(",", Collections.nCopies(count, "{'text': 'slow'}"));
        return "{'feature': 'basket', 'status': 'unhealthy', 'reason': {'text_blocks': [" + blocks + "]}}";
    }

    private static List<ReportedHealth> read(String sent) {
        return WebhookReport.read(Forms.of(sent));
    }
}
