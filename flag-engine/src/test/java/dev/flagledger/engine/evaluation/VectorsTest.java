package dev.flagledger.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Flagsmith's public test data for engines (Flagsmith/engine-test-data, release 2), from the folder that the property
 * {@code engine.vectors} names; it is not part of this repository. Without the property there is nothing to run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VectorsTest {

    private static final String FOLDER = System.getProperty("engine.vectors", "");

    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @TestFactory
    Stream<DynamicTest> everyVectorGivesTheResultThatFlagsmithGives() throws IOException {
        assumeTrue(!FOLDER.isEmpty(), "no folder of vectors: set -Dengine.vectors");
        var vectors = Vectors.in(Path.of(FOLDER));
        assertThat(vectors).as("vectors in %s", FOLDER).isNotEmpty();
        return vectors.entrySet().stream()
                .map(vector -> DynamicTest.dynamicTest(vector.getKey(), () -> counted(vector.getValue())));
    }

    private void counted(JsonNode vector) {
        failed.incrementAndGet();
        check(vector);
        failed.decrementAndGet();
        passed.incrementAndGet();
    }

    private static void check(JsonNode vector) {
        var context = Vectors.context(vector.path("context"));
        var result = vector.path("result");
        var actual = Vectors.json(Evaluation.of(context));
        // Numbers are compared as numbers: the test data writes 1 for 1.0 here and there.
        assertThat(actual).isEqualTo(result);
    }

    @AfterAll
    void tell() {
        if (!FOLDER.isEmpty()) {
            System.out.println("Evaluation vectors: " + passed + " passed, " + failed + " failed");
        }
    }
}
