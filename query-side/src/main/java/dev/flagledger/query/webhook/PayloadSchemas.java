package dev.flagledger.query.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of the messages of webhooks, by name: the type, followed by its form unless it is the current one. Read once asked for. */
@Component
class PayloadSchemas {

    private static final String SUFFIX = ".json";

    private final SingletonSupplier<SortedMap<String, JsonNode>> byName;

    PayloadSchemas(JsonMapper json) {
        this.byName = SingletonSupplier.of(() -> read(json));
    }

    private static SortedMap<String, JsonNode> read(JsonMapper json) {
        var byName = new TreeMap<String, JsonNode>();
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:schemas/webhooks/*" + SUFFIX);
            for (var file : Arrays.asList(files)) {
                var name = Objects.requireNonNull(file.getFilename());
                try (var content = file.getInputStream()) {
                    byName.put(name.substring(0, name.length() - SUFFIX.length()), json.readTree(content));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byName;
    }

    SortedMap<String, JsonNode> all() {
        return byName.obtain();
    }

    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(all().get(name));
    }
}
