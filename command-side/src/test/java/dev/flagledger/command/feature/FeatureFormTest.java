package dev.flagledger.command.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureFormTest {

    private static final int STRANGER = 77;
    private static final FeatureDetails KNOWN = new FeatureDetails("What it is", true, true, List.of(91), List.of());

    private final History history = Shop.withBasket()
            .then(Shop.viewedByBo())
            .then(
                    new TagCreated(Shop.PROJECT, Wares.tag(91, "beta")),
                    new ProjectCreated(40, Shop.id(40), Shop.ORGANISATION, Shop.project(false)),
                    new TagCreated(40, Wares.tag(95, "of another project")),
                    new UserRegistered(STRANGER, Shop.id(STRANGER), "eve@example.test", "Eve", "Ray"));

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            [a-z_]+   ; basket   ; {}
            [a-z_]+   ; basket 2 ; {name=[Feature name must match regex: ^[a-z_]+$]}
            [a-z_]+   ; Basket   ; {name=[Feature name must match regex: ^[a-z_]+$]}
            ``        ; Basket 2 ; {}
                      ; Basket 2 ; {}
            (a        ; a        ; {name=[Feature name must match regex: ^(a$]}
            """)
    void aNameMatchesTheProjectsPattern(@Nullable String regex, String name, String problems) {
        history.then(new ProjectChanged(
                Shop.PROJECT, new ProjectSettings("Shop", false, false, false, true, regex, 30, null, false, false)));
        var form = Forms.of("{'name': '" + name + "'}");

        assertThat(FeatureForm.name(form, shop())).isEqualTo(name);
        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                        ;
            {'initial_value': null}   ;
            {'initial_value': ''}     ; ``
            {'initial_value': true}   ; True
            {'initial_value': 12}     ; 12
            {'initial_value': ' a '}  ; a
            """)
    void anInitialValueIsText(String sent, @Nullable String value) {
        assertThat(FeatureForm.initialValue(Forms.of(sent))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {}                       ;              ; {}
            {'type': null}           ;              ; {}
            {'type': ''}             ;              ; {}
            {'type': 'STANDARD'}     ; STANDARD     ; {}
            {'type': 'MULTIVARIATE'} ; MULTIVARIATE ; {}
            {'type': 'CONFIG'}       ;              ; {type=["CONFIG" is not a valid choice.]}
            """)
    void theTypeMayBeOmitted(String sent, @Nullable FeatureType type, String problems) {
        var form = Forms.of(sent);

        assertThat(FeatureForm.type(form)).isEqualTo(type);
        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void detailsThatAreLeftOutStayAsTheyAre() {
        assertThat(details("{}")).isEqualTo(KNOWN);
        assertThat(details("{'description': null, 'is_archived': false, 'is_server_key_only': false, 'tags': []}"))
                .isEqualTo(FeatureDetails.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            [91] ; {}
            [95] ; {non_field_errors=[Selected Tags must be from the same Project as current Feature]}
            [99] ; {tags=[Invalid pk "99" - object does not exist.]}
            """)
    void tagsAreOfItsProject(String tags, String problems) {
        var form = Forms.of("{'tags': " + tags + "}");
        FeatureForm.details(form, history.state(), shop(), FeatureDetails.NONE);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void anOptionThatTheFeatureHasIsChangedAndAnyOtherIsNew() {
        history.then(Wares.optionAdded(31, "green", 30));
        var basket = shop().feature(Shop.BASKET);
        var form = Forms.of("""
                {'multivariate_options': [
                    {'id': 31, 'default_percentage_allocation': 40},
                    {'id': 99, 'string_value': 'red', 'default_percentage_allocation': 10},
                    {'string_value': 'blue', 'default_percentage_allocation': 5}]}""");

        var options = FeatureForm.options(form, basket);

        assertThat(options)
                .extracting(MultivariateOption::id, MultivariateOption::value, MultivariateOption::defaultPercentage)
                .containsExactly(
                        tuple(31, FeatureValue.of("green"), 40.0),
                        tuple(0, FeatureValue.of("red"), 10.0),
                        tuple(0, FeatureValue.of("blue"), 5.0));
        assertThat(FeatureForm.options(Forms.of("{}"), basket)).isNull();
    }

    @Test
    void optionsAreSharesOfOneWhole() {
        var half = Wares.option(31, "green", 50);

        FeatureForm.checkShares(List.of(half, half));
        assertThat(Forms.problems(() -> FeatureForm.checkShares(List.of(half, half, Wares.option(32, "red", 0.1)))))
                .isEqualTo("{multivariate_options=[Invalid percentage allocation]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {}                    ; false ; {}
            {'owners': [1, 2]}    ; true  ; {}
            {'owners': [99]}      ; false ; {owners=[Invalid pk "99" - object does not exist.]}
            {'owners': [2, 77]}   ; false ; {owners=[Users with ids [77] do not have access to this project.]}
            {'group_owners': [5]} ; false ; {group_owners=[Invalid pk "5" - object does not exist.]}
            {'group_owners': [61]} ; true ; {}
            {'group_owners': [61, 71]} ; false ; {group_owners=[Groups with ids [71] do not belong to this project's organisation.]}
            {}                    ; true  ; {non_field_errors=[This project requires at least one owner or group owner when creating a feature.]}
            """)
    void ownersHaveAccessToTheProjectAndAreNamedWhereItWantsThem(String sent, boolean enforced, String problems) {
        history.then(new ProjectChanged(
                Shop.PROJECT, new ProjectSettings("Shop", false, false, false, true, null, 30, null, enforced, false)));
        var other = new OrganisationSettings("Other", null, false, false);
        history.then(
                new GroupCreated(Shop.ORGANISATION, 61, new GroupDetails("Ops", false, null)),
                new OrganisationCreated(70, Shop.id(70), other),
                new GroupCreated(70, 71, new GroupDetails("Ops", false, null)));
        var form = Forms.of(sent);
        FeatureForm.owners(form, history.state(), shop(), List.of(Shop.ANA));

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void withoutOwnersTheCreatorOwnsIt() {
        assertThat(owners("{}")).containsExactly(Shop.ANA);
        assertThat(owners("{'owners': []}")).containsExactly(Shop.ANA);
        assertThat(owners("{'owners': [2]}")).containsExactly(Shop.BO);
    }

    @Test
    void groupsOwnItBesidesUsers() {
        history.then(new GroupCreated(Shop.ORGANISATION, 61, new GroupDetails("Ops", false, null)));
        var form = Forms.of("{'group_owners': [61]}");

        assertThat(FeatureForm.owners(form, history.state(), shop(), List.of(Shop.ANA)))
                .isEqualTo(new Owners(List.of(Shop.ANA), List.of(61)));
    }

    private List<Integer> owners(String sent) {
        return FeatureForm.owners(Forms.of(sent), history.state(), shop(), List.of(Shop.ANA))
                .users();
    }

    private FeatureDetails details(String sent) {
        return FeatureForm.details(Forms.of(sent), history.state(), shop(), KNOWN);
    }

    private Project shop() {
        return history.state().project(Shop.PROJECT).orElseThrow();
    }
}
