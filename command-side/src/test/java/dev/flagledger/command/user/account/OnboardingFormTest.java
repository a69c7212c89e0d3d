package dev.flagledger.command.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.user.Onboarding;
import dev.flagledger.api.user.Onboarding.Task;
import dev.flagledger.api.user.Onboarding.Tools;
import dev.flagledger.testing.Forms;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 1.5 of the admin contract. */
class OnboardingFormTest {

    private static final Instant NOW = Instant.parse("2031-03-04T09:20:00Z");
    private static final Onboarding BEFORE = new Onboarding(
            List.of(new Task("create_project", NOW)), new Tools(true, List.of("jira")), List.of("cloud"));

    @Test
    void whatIsOmittedStays() {
        assertThat(changed("{\"tools\":{\"integrations\":[\"slack\"],\"completed\":false}}"))
                .isEqualTo(new Onboarding(BEFORE.tasks(), new Tools(false, List.of("slack")), List.of("cloud")));
        assertThat(changed("{\"hosting_preferences\":[]}"))
                .isEqualTo(new Onboarding(BEFORE.tasks(), BEFORE.tools(), List.of()));
    }

    @Test
    void aTaskIsCompletedNowUnlessItSaysWhen() {
        assertThat(changed("""
                        {"tasks":[{"name":"one"},{"name":"two","completed_at":"2030-01-01T00:00:00Z"}]}""").tasks())
                .containsExactly(new Task("one", NOW), new Task("two", Instant.parse("2030-01-01T00:00:00Z")));
    }

    @Test
    void toolsAreCompletedUnlessTheySayOtherwise() {
        assertThat(changed("{\"tools\":{\"integrations\":[]}}").tools()).isEqualTo(new Tools(true, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                   | {non_field_errors=[At least one of 'tasks' or 'tools' or 'hosting_preferences' must be provided.]}
            {"tasks":7}                          | {tasks={non_field_errors=[Expected a list of items but got type "int".]}}
            {"tasks":[{}]}                       | {tasks=[{name=[This field is required.]}]}
            {"hosting_preferences":[7]}          | {hosting_preferences=[Not a valid string.]}
            {"hosting_preferences":["\\u0000"]}  | {hosting_preferences=[Not a valid string.]}
            {"tools":null}                       | {tools=[This field may not be null.]}
            """)
    void whatIsWrongIsTold(String form, String problems) {
        assertThatThrownBy(() -> changed(form)).hasMessage(problems);
    }

    @Test
    void listsAreLimited() {
        var many = "\"x\",".repeat(100) + "\"x\"";

        assertThatThrownBy(() -> changed("{\"hosting_preferences\":[" + many + "]}"))
                .hasMessageContaining("no more than 100 elements");
    }

    private static Onboarding changed(String form) {
        return OnboardingForm.changed(Forms.of(form), BEFORE, NOW);
    }
}
