package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.view.project.ExportedFeature;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportedFeatureTest {

    private final History history = Shop.withBasket()
            .then(
                    Shop.feature(20, "search", 205, 206),
                    Shop.feature(21, "banner", 215, 216),
                    new TagCreated(Shop.PROJECT, Wares.tag(91, "beta")),
                    new TagCreated(Shop.PROJECT, Wares.tag(92, "web")),
                    new FeatureChanged(20, new FeatureDetails(null, false, true, List.of(91), List.of())),
                    new FeatureChanged(21, Shop.details(null, true, false)));

    @Test
    void aFeatureIsExportedWithItsStateInTheEnvironment() {
        history.then(
                Wares.optionAdded(31, "green", 30),
                new OptionChanged(Shop.BASKET, Wares.option(31, "green", 40)),
                Shop.set(true, FeatureValue.of(7)));

        assertThat(Wire.json(all(List.of()).getFirst())).isEqualTo(Wire.parse("""
                        {'name':'basket_v2','default_enabled':false,'is_server_key_only':false,'initial_value':'blue',
                         'value':7,'type':'int','enabled':true,
                         'multivariate':[{'percentage_allocation':30.0,'default_percentage_allocation':40.0,
                                          'value':'green','type':'unicode'}]}
                        """));
    }

    @Test
    void archivedFeaturesAreNotExported() {
        assertThat(all(List.of())).extracting(ExportedFeature::name).containsExactly("basket_v2", "search");
    }

    @Test
    void oneMatchingTagIsEnough() {
        assertThat(all(List.of(91, 92))).extracting(ExportedFeature::name).containsExactly("search");
        assertThat(all(List.of(92))).isEmpty();
    }

    private List<ExportedFeature> all(Collection<Integer> tags) {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return ExportedFeature.all(project, project.environment(Shop.LIVE), tags);
    }
}
