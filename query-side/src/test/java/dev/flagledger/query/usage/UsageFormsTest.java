package dev.flagledger.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.query.usage.CallCounter.Day;
import dev.flagledger.testing.Forms;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The resources of calls, the periods of requests, and the views of counts. */
class UsageFormsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/flags/,                     FLAGS",
        "/api/v1/flags,                      FLAGS",
        "/api/v1/flags/basket/,              FLAGS",
        "/api/v1/identities/,                IDENTITIES",
        "/api/v1/identities/bob/traits/plan, IDENTITIES",
        "/api/v1/traits/bulk/,               TRAITS",
        "/api/v1/environment-document/,      ENVIRONMENT_DOCUMENT",
        "/api/v1/analytics/flags/,",
        "/api/v1/flagship/,",
        "/api/v1/,",
        "/api/,",
        "/flags/,",
        "/,"
    })
    void theFirstSegmentOfThePathDeterminesTheResource(String path, @Nullable UsageResource resource) {
        assertThat(UsageResource.at(path).orElse(null)).isEqualTo(resource);
    }

    @ParameterizedTest
    @CsvSource({
        "{},                                       2031-02-01, 2031-03-04",
        "{'period': ''},                           2031-02-01, 2031-03-04",
        "{'period': '90_day_period'},              2030-12-03, 2031-03-04",
        "{'period': 'current_billing_period'},     2031-03-01, 2031-03-04",
        "{'period': 'previous_billing_period'},    2031-02-01, 2031-03-01"
    })
    void aCurrentPeriodEndsWithToday(String asked, LocalDate from, LocalDate to) {
        assertThat(UsagePeriod.read(Forms.of(asked), LocalDate.parse("2031-03-03")))
                .isEqualTo(new UsagePeriod(from, to));
    }

    @Test
    void anUnknownPeriodIsRejected() {
        var form = Forms.of("{'period': 'year'}");
        UsagePeriod.read(form, LocalDate.parse("2031-03-03"));

        assertThat(Forms.problems(form)).isEqualTo("{period=[\"year\" is not a valid choice.]}");
    }

    @Test
    void resourcesWithoutCallsHaveCountZero() {
        var day = new Day(LocalDate.parse("2031-03-03"), Map.of(UsageResource.FLAGS, 7L, UsageResource.TRAITS, 1L));

        assertThat(UsageView.of(day)).isEqualTo(new UsageView(7, 0, 1, 0, day.day(), null));
        assertThat(UsageView.old(day))
                .containsExactly(
                        Map.entry("name", day.day()),
                        Map.entry("Flags", 7L),
                        Map.entry("Identities", 0L),
                        Map.entry("Traits", 1L),
                        Map.entry("Environment-document", 0L));
    }
}
