package dev.flagledger.contract.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids of objects, of which those below 10 exist. */
class IdFieldsTest {

    private static final String UNKNOWN = "{x=[Invalid pk \"10\" - object does not exist.]}";

    @Test
    void aRequiredIdIsReadOrReported() {
        assertThat(IdFields.required(Forms.of("{'x': '7'}"), "x", id -> id < 10))
                .isEqualTo(7);

        var absent = Forms.of("{}");
        assertThat(IdFields.required(absent, "x", id -> id < 10)).isZero();
        assertThat(Forms.problems(absent)).isEqualTo("{x=[This field is required.]}");

        var unknown = Forms.of("{'x': 10}");
        assertThat(IdFields.required(unknown, "x", id -> id < 10)).isZero();
        assertThat(Forms.problems(unknown)).isEqualTo(UNKNOWN);
    }

    @Test
    void anOptionalIdMayBeAbsentButNotNull() {
        var absent = Forms.of("{}");
        assertThat(IdFields.optional(absent, "x", id -> id < 10)).isEmpty();
        assertThat(Forms.problems(absent)).isEqualTo("{}");

        var none = Forms.of("{'x': null}");
        assertThat(IdFields.optional(none, "x", id -> id < 10)).isEmpty();
        assertThat(Forms.problems(none)).isEqualTo("{x=[This field may not be null.]}");
    }

    @Test
    void aNullableIdFallsBackOnlyIfAbsentOrWrong() {
        assertThat(IdFields.nullable(Forms.of("{}"), "x", 3, id -> id < 10)).isEqualTo(3);
        assertThat(IdFields.nullable(Forms.of("{'x': null}"), "x", 3, id -> id < 10))
                .isNull();
        assertThat(IdFields.nullable(Forms.of("{'x': 4}"), "x", 3, id -> id < 10))
                .isEqualTo(4);

        var unknown = Forms.of("{'x': 10}");
        assertThat(IdFields.nullable(unknown, "x", 3, id -> id < 10)).isEqualTo(3);
        assertThat(Forms.problems(unknown)).isEqualTo(UNKNOWN);
    }

    @Test
    void onlyTheFirstWrongIdOfAListIsReported() {
        assertThat(IdFields.list(Forms.of("{'x': [2, '1', 2]}"), "x", id -> id < 10))
                .contains(List.of(2, 1));

        var wrong = Forms.of("{'x': [1, 10, true]}");
        assertThat(IdFields.list(wrong, "x", id -> id < 10)).contains(List.of());
        assertThat(Forms.problems(wrong)).isEqualTo(UNKNOWN);
    }
}
