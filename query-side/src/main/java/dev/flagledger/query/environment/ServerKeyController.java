package dev.flagledger.query.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.ServerKeys;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.view.environment.ServerKeyView;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the complete server-side keys of an environment, for its admins. */
@RestController
class ServerKeyController {

    private final ServerKeys keys;

    ServerKeyController(ServerKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/api/v1/environments/{apiKey}/api-keys")
    List<ServerKeyView> list(AccessContext access, @PathVariable String apiKey) {
        var environment = access.within(apiKey, Permission.ENVIRONMENT_ADMIN);
        var texts = keys.of(environment.id());
        // A key that another node has just removed may still be in this node's fold, but has no row.
        return environment.serverKeys().entrySet().stream()
                .flatMap(issued -> Optional.ofNullable(texts.get(issued.getKey())).stream()
                        .map(text -> ServerKeyView.of(issued.getValue(), text)))
                .toList();
    }
}
