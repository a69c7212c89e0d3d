package dev.flagledger.command.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.testing.Forms;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyFormTest {

    private static final Instant SOON = Instant.parse("2031-01-02T00:00:00Z");
    private static final ApiKey KEY = new ApiKey(6, "abcdefgh", "terraform", SOON, true);

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(ApiKeyForm.read(Forms.of("{}"), KEY)).isEqualTo(KEY);
        assertThat(ApiKeyForm.read(Forms.of("{'name': 'ci', 'expiry_date': null, 'is_admin': true}"), KEY))
                .isEqualTo(new ApiKey(6, "abcdefgh", "ci", null, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {'is_admin': 7}           ; {is_admin=[Must be a valid boolean.]}
            {'is_admin': null}        ; {is_admin=[This field may not be null.]}
            {'name': ''}              ; {name=[This field may not be blank.]}
            {'expiry_date': '2031'}   ; {expiry_date=[Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].]}
            """)
    void invalidFieldsAreRejected(String sent, String problems) {
        assertThat(Forms.problems(() -> ApiKeyForm.read(Forms.of(sent), KEY))).isEqualTo(problems);
    }

    @Test
    void aKeyIsRevokedOnlyIfRequested() {
        assertThat(ApiKeyForm.revokes(Forms.of("{}"))).isFalse();
        assertThat(ApiKeyForm.revokes(Forms.of("{'revoked': true}"))).isTrue();
        assertThat(Forms.problems(() -> ApiKeyForm.revokes(Forms.of("{'revoked': 'perhaps'}"))))
                .isEqualTo("{revoked=[Must be a valid boolean.]}");
    }

    @Test
    void aKeyHasAName() {
        var form = Forms.of("{}");
        ApiKeyForm.requireName(form);

        assertThat(Forms.problems(form)).isEqualTo("{name=[This field is required.]}");
    }
}
