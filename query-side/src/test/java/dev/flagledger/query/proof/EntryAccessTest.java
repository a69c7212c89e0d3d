package dev.flagledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.catalogue.EventCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EntryAccessTest {

    /** Events of every type in every stored form, whose files are called after both. */
    private static final Path GOLDEN = Path.of("../ledger/src/test/resources/golden");

    /** An event that names an organisation otherwise would reach the admins of others with it. */
    @Test
    void everyPropertyOfAnEventThatNamesOrganisationsIsKnown() throws IOException {
        var types = new TreeSet<String>();
        var names = new TreeSet<String>();
        for (var file : files()) {
            types.add(file.getFileName().toString().replaceFirst("\\.r\\d+\\.json$", ""));
            naming(JsonMapper.shared().readTree(Files.readString(file)), names);
        }

        assertThat(types).isEqualTo(EventCatalogue.types().keySet());
        assertThat(names).containsExactlyInAnyOrderElementsOf(EntryAccess.NAMES);
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.toList();
        }
    }

    /** Adds the names of properties, at any depth, that by their name and type have ids of organisations. */
    private static void naming(JsonNode node, Set<String> names) {
        node.properties().forEach(property -> {
            if (property.getKey().toLowerCase(Locale.ROOT).contains("organisation") && hasIds(property.getValue())) {
                names.add(property.getKey());
            }
        });
        node.valueStream().forEach(inner -> naming(inner, names));
    }

    private static boolean hasIds(JsonNode value) {
        return value.isInt() || (value.isArray() && value.valueStream().anyMatch(JsonNode::isInt));
    }
}
