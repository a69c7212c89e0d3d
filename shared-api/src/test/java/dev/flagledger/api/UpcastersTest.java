package dev.flagledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.catalogue.Upcasters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpcastersTest {

    private static final EventCatalogue CATALOGUE = new EventCatalogue();

    @Test
    void prioritiesByIdBecomePlacesSortedById() {
        var first =
                Map.<String, Object>of("environmentId", 14, "featureId", 901, "priorities", Map.of("56", 0, "7", 3));

        assertThat(Upcasters.step("flag.segments-ordered", 1, first))
                .isEqualTo(Map.of(
                        "environmentId",
                        14,
                        "featureId",
                        901,
                        "places",
                        List.of(Map.of("segmentId", 7, "priority", 3), Map.of("segmentId", 56, "priority", 0))));
    }

    @Test
    void upcastersLeadFromEachRevisionToTheCurrentOne() {
        EventCatalogue.types().forEach((name, type) -> {
            for (int revision = 1; revision < CATALOGUE.revisionOf(type); revision++) {
                assertThat(Upcasters.step(name, revision, Map.of())).isNotNull();
            }
            int current = CATALOGUE.revisionOf(type);
            assertThatThrownBy(() -> Upcasters.step(name, current, Map.of())).isInstanceOf(IllegalStateException.class);
        });
    }
}
