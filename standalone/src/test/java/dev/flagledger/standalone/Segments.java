package dev.flagledger.standalone;

import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Creates segments in a shop. */
public record Segments(Commands commands, Ids ids, Shop shop) {

    public static Segments of(TestServer server, Shop shop) {
        return new Segments(server.part(Commands.class), server.part(Ids.class), shop);
    }

    /** A segment for any feature. */
    int named(String name) {
        return named(name, null);
    }

    /** A segment for one feature only. */
    int named(String name, @Nullable Integer feature) {
        int id = ids.next(Ids.Kind.SEGMENT);
        var definition = new SegmentDefinition(name, null, feature, List.of(), List.of());
        commands.send(new CreateSegment(id, UUID.randomUUID(), shop.project(), definition), Attribution.SYSTEM);
        return id;
    }

    /** Adds a feature segment with the lowest priority. */
    void placed(int feature, int segment) {
        var flag = new FlagId(shop.environment(), feature);
        int id = ids.next(Ids.Kind.FEATURE_SEGMENT);
        commands.send(new PlaceSegment(flag, segment, id, UUID.randomUUID(), null), Attribution.SYSTEM);
    }

    /** Overrides a flag for a segment as the dashboard does, and returns the response's body. */
    public JsonNode override(int feature, int segment, String value) {
        var body = """
                {"feature_segment":{"segment":%d},"enabled":true,
                 "feature_state_value":{"type":"unicode","string_value":"%s","integer_value":null,"boolean_value":null}}
                """.formatted(segment, value);
        return shop.ana().send("POST", path(feature), body).ok();
    }

    /** The path at which overrides for segments are created. */
    String path(int feature) {
        return "environments/" + shop.key() + "/features/" + feature + "/create-segment-override/";
    }
}
