package dev.flagledger.query.webhook;

import static dev.flagledger.access.permission.AccessContext.found;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Publishes what messages of webhooks look like. */
@RestController
@RequestMapping("/api/v1/webhooks/schemas")
class PayloadSchemaController {

    private final PayloadSchemas schemas;

    PayloadSchemaController(PayloadSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * A schema in the list.
     *
     * @param eventType the type of the messages that it describes; null for those without one
     * @param title what they are about
     * @param url where it is
     */
    record Listed(String name, @Nullable String eventType, String title, String url) {}

    @GetMapping
    List<Listed> list() {
        var here = ServletUriComponentsBuilder.fromCurrentRequestUri().build().toUriString();
        var base = here.endsWith("/") ? here : here + "/";
        return schemas.all().entrySet().stream()
                .map(entry -> {
                    var schema = entry.getValue();
                    return new Listed(
                            entry.getKey(),
                            schema.at("/properties/event_type/const").asString(null),
                            schema.get("title").asString(),
                            base + entry.getKey() + "/");
                })
                .toList();
    }

    @GetMapping("/{name}")
    JsonNode retrieve(@PathVariable String name) {
        return found(schemas.find(name), "Schema");
    }
}
