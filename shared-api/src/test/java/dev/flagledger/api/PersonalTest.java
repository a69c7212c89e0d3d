package dev.flagledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonalTest {

    private static final Pattern TELLS_OF_A_PERSON = Pattern.compile("(?i).*(email|firstName|lastName|identifier).*");

    @Test
    void everyFieldOfAnEventThatTellsOfAPersonIsMarked() {
        var telling = ModuleClasses.recordsThatAre(LedgerEvent.class).stream()
                .flatMap(PersonalTest::components)
                .filter(component ->
                        TELLS_OF_A_PERSON.matcher(component.getName()).matches())
                .toList();

        assertThat(telling).hasSize(10).allMatch(component -> component.isAnnotationPresent(Personal.class));
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? Stream.concat(Stream.of(component), components(component.getType()))
                        : Stream.of(component));
    }
}
