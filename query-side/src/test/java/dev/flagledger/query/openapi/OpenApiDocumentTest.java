package dev.flagledger.query.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The additions to each operation, and the consistency of the parts. */
class OpenApiDocumentTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final ObjectNode document = assembled();

    /** An operation with its path. */
    private record Operation(String path, String method, JsonNode content) {}

    @Test
    void everyParameterOfAPathIsDescribedOnce() {
        document.get("paths").forEachEntry((path, item) -> {
            var named = PARAMETER
                    .matcher(path)
                    .results()
                    .map(found -> found.group(1))
                    .toList();

            assertThat(item.path("parameters").valueStream())
                    .as(path)
                    .filteredOn(parameter -> parameter.path("in").asString("").equals("path"))
                    .extracting(parameter -> parameter.get("name").asString())
                    .containsExactlyElementsOf(named);
        });
    }

    @Test
    void everyWriteOfTheAdminApiDescribesItsErrors() {
        assertThat(operations())
                .filteredOn(one -> !one.method().equals("get") && !one.content().has("x-not-admin"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.content().get("responses").propertyNames())
                        .as(one.method() + " " + one.path())
                        .contains("202", "400", "401", "403", "413", "415", "503", "507", "default"));
    }

    @Test
    void everyReadOfOneResourceDescribesNotFound() {
        assertThat(operations())
                .filteredOn(one -> one.method().equals("get")
                        && one.path().contains("{")
                        && !one.content().has("x-not-admin"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.content().get("responses").has("404"))
                        .as(one.path())
                        .isTrue());
    }

    @Test
    void everyReferenceResolves() {
        var references = new HashSet<String>();
        collect(document, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void operationIdsAreUnique() {
        var ids = operations().stream()
                .map(one -> one.content().path("operationId").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, content) -> {
                    if (content instanceof ObjectNode) {
                        all.add(new Operation(path, method, content));
                    }
                }));
        return all;
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }

    private static ObjectNode assembled() {
        try {
            return OpenApiDocument.assemble(JsonMapper.builder().build());
        } catch (IOException e) {
            throw new IllegalStateException("parts of the document cannot be read", e);
        }
    }
}
