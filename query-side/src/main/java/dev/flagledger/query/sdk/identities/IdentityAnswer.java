package dev.flagledger.query.sdk.identities;

import dev.flagledger.engine.evaluation.environment.OverriddenBy;
import dev.flagledger.query.sdk.flags.Visitor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the answer about somebody together. */
@Component
final class IdentityAnswer {

    private static final byte[] IDENTIFIER = bytes("{\"identifier\":");
    private static final byte[] TRAITS = bytes(",\"traits\":");
    private static final byte[] FLAGS = bytes(",\"flags\":[");
    private static final byte[] NONE = bytes("[]");

    private final PreparedEnvironments environments;
    private final KnownAnswers known;
    private final JsonMapper json;

    IdentityAnswer(PreparedEnvironments environments, KnownAnswers known, JsonMapper json) {
        this.environments = environments;
        this.known = known;
        this.json = json;
    }

    /** Who it is, what is known of them, and what the flags are for them. */
    WholeAnswer whole(Visitor visitor, Met met) {
        var environment = environments.of(visitor);
        var identity = met.kept();
        return identity == null
                ? made(environment, visitor, met)
                : known.of(environment, identity, visitor.audience(), () -> made(environment, visitor, met));
    }

    private WholeAnswer made(PreparedEnvironment environment, Visitor visitor, Met met) {
        var head = head(met, visitor.environment().settings().hideSensitiveData());
        List<byte[]> flags = new ArrayList<>();
        int unshared = 0;
        for (var flag : environment.flags(met, visitor.audience())) {
            var written = environment.json(flag);
            flags.add(written);
            unshared += flag.overriddenBy() instanceof OverriddenBy.OfIdentity ? written.length : 0;
        }
        return WholeAnswer.of(head, List.copyOf(flags), unshared);
    }

    /** The one flag whose feature bears exactly this name. */
    byte[] flag(Visitor visitor, Met met, String name) {
        var environment = environments.of(visitor);
        return environment.flags(met, visitor.audience()).stream()
                .filter(flag -> flag.feature().name().equals(name))
                .findAny()
                .map(environment::json)
                .orElseThrow(IdentitiesServlet::unknown);
    }

    private byte[] head(Met met, boolean hidesTraits) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(IDENTIFIER);
        out.writeBytes(json.writeValueAsBytes(met.identifier()));
        out.writeBytes(TRAITS);
        out.writeBytes(hidesTraits || met.traits().isEmpty() ? NONE : traits(met));
        out.writeBytes(FLAGS);
        return out.toByteArray();
    }

    private byte[] traits(Met met) {
        return json.writeValueAsBytes(met.traits().stream().map(SaidTrait::view).toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
