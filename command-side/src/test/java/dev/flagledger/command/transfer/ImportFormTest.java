package dev.flagledger.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.command.transfer.ImportedFeature.Option;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportFormTest {

    private final Project shop = Shop.withBasket().state().project(Shop.PROJECT).orElseThrow();

    @ParameterizedTest
    @EnumSource
    void whatIsDoneWithFeaturesThatAreThereIsSaid(ImportStrategy strategy) {
        assertThat(ImportForm.strategy(Forms.of("{'strategy': '" + strategy + "'}")))
                .isEqualTo(strategy);
    }

    @Test
    void aFeatureIsReadAsAnExportHasIt() {
        var file = """
                {'name': 'banner', 'default_enabled': true, 'is_server_key_only': false, 'initial_value': null,
                 'enabled': true, 'value': 7, 'type': 'int', 'multivariate': [
                    {'percentage_allocation': 30, 'default_percentage_allocation': 20, 'value': 'red', 'type': 'unicode'},
                    {'percentage_allocation': 0, 'default_percentage_allocation': 0, 'value': true, 'type': 'bool'}]}""";

        assertThat(ImportForm.features(form(file), shop))
                .containsExactly(new ImportedFeature(
                        "banner",
                        true,
                        false,
                        null,
                        true,
                        FeatureValue.of(7),
                        List.of(new Option(FeatureValue.of("red"), 30, 20), new Option(FeatureValue.of(true), 0, 0))));
    }

    @Test
    void whatAFileLeavesOutIsMissed() {
        var form = form("{'name': 'banner', 'multivariate': [{}]}");
        ImportForm.features(form, shop);

        var required = "=[This field is required.]";
        assertThat(Forms.problems(form))
                .isEqualTo("{file=[{default_enabled" + required + ", is_server_key_only" + required + ", initial_value"
                        + required + ", enabled" + required + ", value" + required + ", type" + required
                        + ", multivariate=[{percentage_allocation" + required + ", default_percentage_allocation"
                        + required + ", value" + required + ", type" + required + "}]}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            7   ; int     ; [] ; {}
            'x' ; int     ; [] ; {value=[A valid integer is required.]}
            'x' ; bool    ; [] ; {value=[Must be a valid boolean.]}
            []  ; unicode ; [] ; {value=[Not a valid string.]}
            'x' ; float   ; [] ; {type=["float" is not a valid choice.]}
            7   ; int     ; 7  ; {multivariate={non_field_errors=[Expected a list of items but got type "int".]}}
            """)
    void aValueIsOfItsType(String value, String type, String options, String problems) {
        var form = form(feature(value, type, options));
        ImportForm.features(form, shop);

        assertThat(Forms.problems(form)).isEqualTo(problems.equals("{}") ? "{}" : "{file=[" + problems + "]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            50   ; 50   ; {}
            50.1 ; 50   ; {file=[{multivariate=[Multivariate percentage values exceed 100%.]}]}
            50   ; 50.1 ; {file=[{multivariate=[Invalid percentage allocation]}]}
            51   ; 51   ; {file=[{multivariate=[Invalid percentage allocation, Multivariate percentage values exceed 100%.]}]}
            """)
    void bothKindsOfSharesAreOfOneWhole(double here, double byDefault, String problems) {
        var half = "{'percentage_allocation': " + here + ", 'default_percentage_allocation': " + byDefault
                + ", 'value': 'a', 'type': 'unicode'}";
        var form = form(feature("null", "unicode", "[" + half + "," + half + "]"));
        ImportForm.features(form, shop);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    private static String feature(String value, String type, String options) {
        return "{'name': 'banner', 'default_enabled': true, 'is_server_key_only': false, 'initial_value': null,"
                + " 'enabled': true, 'value': " + value + ", 'type': '" + type + "', 'multivariate': " + options + "}";
    }

    private static Form form(String feature) {
        return Forms.of("{'file': [" + feature + "]}");
    }
}
