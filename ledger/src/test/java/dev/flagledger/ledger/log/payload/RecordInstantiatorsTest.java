package dev.flagledger.ledger.log.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class RecordInstantiatorsTest {

    private final JsonMapper mapper =
            JsonMapper.builder().addModule(RecordInstantiators.module()).build();

    record Pair(int first, String second) {
        Pair {
            if (first == -1) {
                throw new IllegalArgumentException("minus one");
            }
            if (first == -2) {
                throw new StackOverflowError("minus two");
            }
        }
    }

    record Turned(int first, String second) {
        @JsonCreator
        Turned(@JsonProperty("second") String second, @JsonProperty("first") int first) {
            this(first, second + "!");
        }
    }

    record Shorter(int first, String second) {
        @JsonCreator
        Shorter(@JsonProperty("first") int first) {
            this(first, "two");
        }
    }

    record Made(int first, String second) {
        @JsonCreator
        static Made of(@JsonProperty("first") int first, @JsonProperty("second") String second) {
            return new Made(10 * first, second);
        }
    }

    @Test
    void aRecordIsCreatedByItsCanonicalConstructor() {
        var json = "{\"first\":1,\"second\":\"two\"}";

        assertThat(mapper.readValue(json, Pair.class)).isEqualTo(new Pair(1, "two"));
        assertThat(mapper.readValue(json, Turned.class)).isEqualTo(new Turned(1, "two!"));
        assertThat(mapper.readValue("{\"first\":1}", Shorter.class)).isEqualTo(new Shorter(1, "two"));
    }

    @Test
    void aRecordWithAFactoryMethodIsCreatedByIt() {
        assertThat(mapper.readValue("{\"first\":1,\"second\":\"two\"}", Made.class))
                .isEqualTo(new Made(10, "two"));
    }

    @Test
    void anExceptionOfAConstructorIsADataProblem() {
        assertThatThrownBy(() -> mapper.readValue("{\"first\":-1,\"second\":\"two\"}", Pair.class))
                .isInstanceOf(JacksonException.class)
                .hasRootCauseMessage("minus one")
                .hasStackTraceContaining(RecordInstantiators.class.getName());
    }

    @Test
    void anErrorIsRethrown() {
        assertThatThrownBy(() -> mapper.readValue("{\"first\":-2,\"second\":\"two\"}", Pair.class))
                .isInstanceOf(StackOverflowError.class);
    }
}
