package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.view.identity.TraitView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitViewTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            UNICODE ; pro         ; 'value_type':'unicode','integer_value':null,'string_value':'pro','boolean_value':null,'float_value':null
            UNICODE ;             ; 'value_type':'unicode','integer_value':null,'string_value':null,'boolean_value':null,'float_value':null
            INT     ; 42          ; 'value_type':'int','integer_value':42,'string_value':null,'boolean_value':null,'float_value':null
            FLOAT   ; 1.5         ; 'value_type':'float','integer_value':null,'string_value':null,'boolean_value':null,'float_value':1.5
            BOOL    ; true        ; 'value_type':'bool','integer_value':null,'string_value':null,'boolean_value':true,'float_value':null
            """)
    void onlyTheFieldOfTheTraitsTypeHasAValue(Trait.Type type, @Nullable String value, String fields) {
        var trait = new Trait(7, "k", type, value);

        assertThat(Wire.json(TraitView.of(trait, Instant.parse("2031-01-01T12:00:00Z"))))
                .isEqualTo(Wire.parse("{'id':7,'trait_key':'k'," + fields + ",'created_date':'2031-01-01T12:00:00Z'}"));
    }
}
