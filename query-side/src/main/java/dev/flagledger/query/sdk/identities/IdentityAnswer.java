package dev.flagledger.query.sdk.identities;

import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.query.sdk.flags.Visitor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the answer about somebody together. */
@Component
final class IdentityAnswer {

    private static final byte[] IDENTIFIER = bytes("{\"identifier\":");
    private static final byte[] TRAITS = bytes(",\"traits\":");
    private static final byte[] FLAGS = bytes(",\"flags\":[");
    private static final byte[] END = bytes("]}");
    private static final byte[] NONE = bytes("[]");
    private static final int ABOUT_A_FLAG = 400;

    private final PreparedEnvironments environments;
    private final JsonMapper json;

    IdentityAnswer(PreparedEnvironments environments, JsonMapper json) {
        this.environments = environments;
        this.json = json;
    }

    /** Who it is, what is known of them, and what the flags are for them. */
    byte[] whole(Visitor visitor, Met met) {
        var environment = environments.of(visitor);
        var flags = environment.flags(met, visitor.audience());
        var out = new ByteArrayOutputStream(flags.size() * ABOUT_A_FLAG);
        out.writeBytes(IDENTIFIER);
        out.writeBytes(json.writeValueAsBytes(met.identifier()));
        out.writeBytes(TRAITS);
        out.writeBytes(visitor.environment().settings().hideSensitiveData() ? NONE : traits(met));
        out.writeBytes(FLAGS);
        write(flags, environment, out);
        out.writeBytes(END);
        return out.toByteArray();
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

    private byte[] traits(Met met) {
        return met.traits().isEmpty()
                ? NONE
                : json.writeValueAsBytes(
                        met.traits().stream().map(SaidTrait::view).toList());
    }

    private static void write(List<IdentityFlag> flags, PreparedEnvironment environment, ByteArrayOutputStream out) {
        boolean first = true;
        for (var flag : flags) {
            if (!first) {
                out.write(',');
            }
            first = false;
            out.writeBytes(environment.json(flag));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
