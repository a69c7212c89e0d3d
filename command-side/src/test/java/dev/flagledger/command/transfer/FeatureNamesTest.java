package dev.flagledger.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Forms;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureNamesTest {

    private final FeatureNames names = new FeatureNames(Shop.withBasket()
            .then(new ProjectChanged(
                    Shop.PROJECT,
                    new ProjectSettings("Shop", false, false, false, true, "[a-z_]+", 30, null, false, false)))
            .state()
            .project(Shop.PROJECT)
            .orElseThrow());

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            basket_v2 ; {}
            banner    ; {}
            Basket_V2 ; {name=[The project has a feature whose name differs from this in case alone.]}
            Banner    ; {name=[Feature name must match regex: ^[a-z_]+$]}
            ``        ; {name=[This field may not be blank.]}
            """)
    void aNameIsOneThatTheProjectHasOrTakes(String name, String problems) {
        assertThat(read(name)).isEqualTo(problems);
    }

    /** The name of a feature that the project has is never measured by rules that came later. */
    @Test
    void aFeatureThatIsThereKeepsItsName() {
        assertThat(read("basket_v2")).as("does not match").isEqualTo("{}");
    }

    @Test
    void aFileHasEachNameOnceInAnyCase() {
        assertThat(read("banner")).isEqualTo("{}");
        assertThat(read("BANNER")).isEqualTo("{name=[The file has another feature of this name.]}");
    }

    @Test
    void whatTheProjectLacksIsCounted() {
        var file = Stream.of("basket_v2", "banner", "footer")
                .map(name -> new ImportedFeature(name, false, false, null, false, FeatureValue.NONE, List.of()))
                .toList();

        assertThat(names.missing(file)).isEqualTo(2);
    }

    private String read(String name) {
        var form = Forms.of("{'name': '" + name + "'}");
        names.read(form);
        return Forms.problems(form);
    }
}
